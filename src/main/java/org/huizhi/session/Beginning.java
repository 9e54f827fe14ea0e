package org.huizhi.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huizhi.spec.Field;
import org.huizhi.spec.Spec;

/** From the first touch to the camera: consent, document, details. */
final class Beginning {
  private final Moves moves;
  private final List<Spec> documents;
  private final Taking taking;
  private final ComingBack comingBack;

  Beginning(Moves moves, List<Spec> documents, Taking taking, ComingBack comingBack) {
    this.comingBack = comingBack;
    this.moves = moves;
    this.documents = documents;
    this.taking = taking;
  }

  Step started(State state) {
    return state instanceof State.Welcome
        ? moves.go(state, new State.Consent(state.setting(), Company.ALONE))
        : Moves.stay(state);
  }

  Step accompanied(State state, Company company) {
    return state instanceof State.Consent consent
        ? moves.stayPatiently(new State.Consent(consent.setting(), company, consent.document()))
        : Moves.stay(state);
  }

  Step agreed(State state, String textVersion) {
    Instant now = state.setting().now();
    if (state instanceof State.Guardian guardian) {
      Agreement theirs = new Agreement(textVersion, now, Company.CHILD);
      return taking.prepare(guardian, guardian.visit().with(theirs));
    }
    if (!(state instanceof State.Consent consent)) {
      return Moves.stay(state);
    }
    Agreement agreement = new Agreement(textVersion, now, consent.company());
    return consent
        .document()
        .flatMap(this::document)
        .map(document -> begin(state, new Visit(agreement, document, Details.NONE)))
        .orElseGet(() -> choose(state, agreement));
  }

  private Optional<Spec> document(String name) {
    return documents.stream().filter(spec -> spec.name().equals(name)).findFirst();
  }

  Step chosen(State state, String name) {
    Optional<Spec> document = document(name);
    if (!(state instanceof State.Choosing choosing) || document.isEmpty()) {
      return Moves.stay(state);
    }
    return begin(state, new Visit(choosing.agreement(), document.get(), Details.NONE));
  }

  Step typed(State state, String character) {
    if (state instanceof State.Returning returning) {
      return comingBack.typed(returning, character);
    }
    return state instanceof State.Identifying asking
        ? drafted(asking, Typing.add(asking.draft(), character))
        : Moves.stay(state);
  }

  Step erased(State state) {
    if (state instanceof State.Returning returning) {
      return comingBack.erased(returning);
    }
    return state instanceof State.Identifying asking
        ? drafted(asking, Typing.erase(asking.draft()))
        : Moves.stay(state);
  }

  /** Fills in what this document asks for; each field is still shown to be confirmed. */
  Step cardRead(State state, Details told) {
    if (!(state instanceof State.Identifying asking)) {
      return Moves.stay(state);
    }
    Details filled = asking.visit().details();
    for (Field field : asking.visit().document().asked()) {
      Details before = filled;
      filled = told.of(field).map(value -> before.with(field, value)).orElse(before);
    }
    Field now = asking.draft().field();
    Draft draft = told.of(now).map(value -> new Draft(now, value)).orElse(asking.draft());
    return moves.stayPatiently(
        new State.Identifying(asking.setting(), asking.visit().with(filled), draft));
  }

  Step entered(State state) {
    if (state instanceof State.Returning returning) {
      return comingBack.entered(returning);
    }
    if (!(state instanceof State.Identifying asking)) {
      return Moves.stay(state);
    }
    Field field = asking.draft().field();
    return Typing.value(asking)
        .map(value -> asking.visit().details().with(field, value))
        .map(details -> fieldDone(asking, asking.visit().with(details)))
        .orElseGet(() -> moves.stayPatiently(state));
  }

  Step skipped(State state) {
    if (!(state instanceof State.Identifying asking) || !asking.skippable()) {
      return Moves.stay(state);
    }
    Details rest = asking.visit().details().without(asking.draft().field());
    return fieldDone(asking, asking.visit().with(rest));
  }

  /** To the field before this one, or to the choice of document; what was typed here is dropped. */
  Step beforeField(State.Identifying asking) {
    Visit visit = asking.visit();
    int here = visit.document().asked().indexOf(asking.draft().field());
    return here > 0
        ? ask(asking, visit, visit.document().asked().get(here - 1))
        : choose(asking, visit.agreement());
  }

  /** To the last field, or to the choice of document where nothing is asked. */
  Step beforeCamera(State.Personal state) {
    List<Field> asked = state.visit().document().asked();
    return asked.isEmpty()
        ? choose(state, state.visit().agreement())
        : ask(state, state.visit(), asked.getLast());
  }

  /** A machine for one document does not ask which, and its way back leads to the consent. */
  private Step choose(State state, Agreement agreement) {
    if (documents.size() > 1) {
      return moves.go(state, new State.Choosing(state.setting(), agreement));
    }
    return state instanceof State.Consent
        ? begin(state, new Visit(agreement, documents.getFirst(), Details.NONE))
        : moves.go(state, new State.Consent(state.setting(), agreement.company()));
  }

  private Step begin(State state, Visit visit) {
    List<Field> asked = visit.document().asked();
    return asked.isEmpty() ? taking.prepare(state, visit) : ask(state, visit, asked.getFirst());
  }

  private Step ask(State state, Visit visit, Field field) {
    Draft draft = new Draft(field, visit.details().of(field).orElse(""));
    return moves.go(state, new State.Identifying(state.setting(), visit, draft));
  }

  private Step drafted(State.Identifying asking, Draft draft) {
    return moves.stayPatiently(new State.Identifying(asking.setting(), asking.visit(), draft));
  }

  private Step fieldDone(State.Identifying asking, Visit visit) {
    List<Field> asked = visit.document().asked();
    int next = asked.indexOf(asking.draft().field()) + 1;
    if (next < asked.size()) {
      return ask(asking, visit, asked.get(next));
    }
    return visit.lacksGuardian(Typing.today(asking.setting()))
        ? moves.go(asking, new State.Guardian(asking.setting(), visit))
        : taking.prepare(asking, visit);
  }
}
