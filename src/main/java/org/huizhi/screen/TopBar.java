package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Comfort;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** The quiet band: the ways out on one side, how the screen should be on the other. */
final class TopBar {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final double ICON = 40;

  private final Wording wording;

  private TopBar(Wording wording) {
    this.wording = wording;
  }

  /**
   * @param leave what the button to end the visit does
   * @param choose what the button for further languages does
   * @param sound what the button for the voice does; empty where the machine is silent
   */
  static Region of(
      State state, Wording wording, Runnable leave, Runnable choose, Optional<Runnable> sound) {
    TopBar bar = new TopBar(wording);
    HBox row = new HBox();
    row.getStyleClass().add("top-row");
    row.getChildren().addAll(bar.waysOut(state, leave));
    int step = Steps.of(state);
    Region way = step < 0 ? new Region() : Steps.row(wording, step);
    Region middle = wording.wide() ? way : new Region();
    HBox.setHgrow(middle, Priority.ALWAYS);
    row.getChildren().add(middle);
    sound.ifPresent(
        open ->
            row.getChildren()
                .add(bar.small("sound", Icon.SOUND, wording.say(Phrase.TOP__SOUND), open)));
    row.getChildren().addAll(bar.comforts());
    row.getChildren().addAll(bar.languages(choose));
    VBox top = new VBox(row);
    top.getStyleClass().add("top");
    if (!wording.wide()) {
      top.getChildren().add(way);
    }
    return top;
  }

  private List<Button> waysOut(State state, Runnable leave) {
    List<Button> ways = new ArrayList<>();
    boolean back =
        switch (state) {
          case State.Ticketing taking -> taking.stage() instanceof State.Ticketing.Stage.Choosing;
          case State.Choosing _, State.Identifying _, State.Guardian _ -> true;
          case State.Preparing _, State.Framing _, State.Returning _ -> true;
          case State.Welcome _, State.Expecting _, State.Consent _ -> false;
          case State.Shooting _, State.Making _ -> false;
          case State.Reviewing _, State.WaitingForStaff _, State.Issuing _ -> false;
          case State.Farewell _, State.OutOfOrder _ -> false;
        };
    if (back) {
      ways.add(
          small(
              "back",
              Icon.BACK,
              wording.say(Phrase.TOP__BACK),
              () -> wording.told(new Event.Back(wording.number()))));
    }
    if (canEnd(state)) {
      ways.add(small("leave", Icon.END, wording.say(Phrase.TOP__END), leave));
    }
    return ways;
  }

  private static boolean canEnd(State state) {
    return switch (state) {
      case State.Choosing _, State.Identifying _, State.Guardian _, State.Preparing _ -> true;
      case State.Framing _,
          State.Shooting _,
          State.Making _,
          State.Reviewing _,
          State.WaitingForStaff _ ->
          true;
      case State.Welcome _, State.Consent _, State.Issuing _, State.Farewell _ -> false;
      case State.Expecting _, State.Returning _, State.Ticketing _, State.OutOfOrder _ -> false;
    };
  }

  private List<Button> comforts() {
    Comfort now = wording.setting().comfort();
    return List.of(
        comfort(
            "larger",
            Icon.LARGER,
            Phrase.TOP__LARGER,
            now.largeText(),
            new Comfort(now.highContrast(), !now.largeText(), now.lowReach())),
        comfort(
            "contrast",
            Icon.CONTRAST,
            Phrase.TOP__CONTRAST,
            now.highContrast(),
            new Comfort(!now.highContrast(), now.largeText(), now.lowReach())),
        comfort(
            "lower",
            Icon.LOWER,
            Phrase.TOP__LOWER,
            now.lowReach(),
            new Comfort(now.highContrast(), now.largeText(), !now.lowReach())));
  }

  private Button comfort(String id, Icon icon, Phrase phrase, boolean on, Comfort wanted) {
    Button button =
        small(
            id,
            icon,
            wording.say(phrase),
            () -> wording.told(new Event.ComfortChosen(wording.number(), wanted)));
    button.pseudoClassStateChanged(ON, on);
    return button;
  }

  /** The other language by its own name; one button for all where there are several. */
  private List<Button> languages(Runnable choose) {
    List<String> others =
        wording.words().languages().stream()
            .filter(language -> !language.equals(wording.setting().language()))
            .toList();
    if (others.size() > 1) {
      return List.of(small("languages", Icon.LANGUAGE, wording.say(Phrase.TOP__LANGUAGE), choose));
    }
    return others.stream()
        .map(
            language ->
                small(
                    "language-" + language,
                    Icon.LANGUAGE,
                    wording.words().say(language, Phrase.LANGUAGE__NAME.key()),
                    () -> wording.told(new Event.LanguageChosen(wording.number(), language))))
        .toList();
  }

  private Button small(String id, Icon icon, String text, Runnable action) {
    Label label = Fonts.byScript(new Label(text));
    label.getStyleClass().add("small-name");
    return wording.button(id, new VBox(icon.node(ICON), label), "small", action);
  }
}
