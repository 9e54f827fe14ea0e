package org.huizhi.screen;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.huizhi.check.Verdict;
import org.huizhi.session.Agreement;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Draft;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.Setting;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.SlipRef;
import org.huizhi.session.State;
import org.huizhi.session.State.Issuing.Paper;
import org.huizhi.session.Visit;
import org.huizhi.spec.Spec;

/**
 * Draws the screens of a visit once where nobody sees them, so that whoever comes first does not
 * wait for code, styles and letters that were never drawn. One screen at a time, and none while
 * somebody is there. On the JavaFX thread.
 */
final class Rehearsal {
  private static final Duration BETWEEN = Duration.millis(150);

  private final KioskView view;
  private final Scene scene;
  private final Queue<State> left;

  /**
   * @param view shown nowhere
   * @param setting the language that is drawn
   */
  Rehearsal(KioskView view, Spec document, Setting setting, double widthPx, double heightPx) {
    this.view = view;
    this.scene = new Scene(view, widthPx, heightPx);
    this.left = new ArrayDeque<>(visit(document, setting));
  }

  /** Goes on whenever nobody is there, to the end. */
  void start(BooleanSupplier nobodyThere) {
    Timeline turns = new Timeline();
    turns
        .getKeyFrames()
        .add(
            new KeyFrame(
                BETWEEN,
                _ -> {
                  if (left.isEmpty()) {
                    turns.stop();
                  } else if (nobodyThere.getAsBoolean()) {
                    view.show(left.remove());
                    scene.snapshot(null);
                  }
                }));
    turns.setCycleCount(Timeline.INDEFINITE);
    turns.play();
  }

  /** What stands on the screens of a visit, the welcome last, whose page holds nothing open. */
  private static List<State> visit(Spec document, Setting setting) {
    Instant now = setting.now();
    Visit visit = new Visit(new Agreement("", now, Company.ALONE), document, Details.NONE);
    ShotRef shot = new ShotRef(0);
    PhotoRef photo = new PhotoRef(0);
    SlipRef slip = new SlipRef(0);
    Verdict verdict = new Verdict(1, List.of());
    Queue<State> states = new ArrayDeque<>();
    states.add(new State.Consent(setting, Company.ALONE));
    states.add(new State.Choosing(setting, visit.agreement()));
    document.asked().forEach(field -> states.add(asking(setting, visit, new Draft(field, ""))));
    states.add(new State.Preparing(setting, visit));
    states.add(new State.Framing(setting, visit, now, false));
    states.add(new State.Shooting(setting, visit, Optional.empty()));
    states.add(new State.Making(setting, visit, shot, false));
    states.add(new State.Reviewing(setting, visit, shot, Optional.of(photo), verdict));
    states.add(new State.Issuing(setting, visit, photo, new Paper.Saving()));
    states.add(
        new State.Issuing(
            setting, visit, photo, new Paper.Printing("0", slip, now, Optional.empty())));
    states.add(new State.Farewell(setting, "0", new SlipEnd.Printed(), true));
    states.add(new State.Welcome(setting));
    return List.copyOf(states);
  }

  private static State asking(Setting setting, Visit visit, Draft draft) {
    return new State.Identifying(setting, visit, draft);
  }
}
