package org.huizhi.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.huizhi.camera.LatestFrame;
import org.huizhi.session.Comfort;
import org.huizhi.session.Event;
import org.huizhi.session.Patience;
import org.huizhi.session.Setting;
import org.huizhi.session.State;
import org.huizhi.spec.Spec;
import org.huizhi.voice.Voice;
import org.jspecify.annotations.Nullable;

/**
 * The kiosk's whole screen. Shows one state at a time and tells back what the person does. All of
 * it is drawn on a sheet of 1080×1920 (or 1920×1080 where the window is wide) and scaled to the
 * window. Lives on the JavaFX thread.
 */
public final class KioskView extends Region {
  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
  private static final PseudoClass CONTRAST = PseudoClass.getPseudoClass("contrast");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

  /** Numbers, Latin letters and their keys run from left to right in every language. */
  private static final List<String> FIGURES =
      List.of(".number", ".pad", ".keyboard", ".name", ".image-number", ".ticket-typed");

  private final Words words;
  private Pages pages;
  private final Patience patience;
  private final Consumer<Event> tell;
  private final TapGuard guard;
  private final Scale scale = new Scale();
  private final VBox sheet = new VBox();
  private final LastDots lastDots = new LastDots();
  private final StackPane canvas = new StackPane(sheet, lastDots);
  private @Nullable State state;
  private @Nullable Page page;
  private @Nullable Overlay warning;
  private @Nullable Overlay question;
  private @Nullable SoundPanel panel;
  private Optional<Voice> voice = Optional.empty();
  private boolean wide;

  /**
   * @param documents the cards to choose from, as the session has them
   * @param tell takes what the person does, on the JavaFX thread, and must return at once
   */
  public KioskView(
      Words words,
      List<Spec> documents,
      Patience patience,
      Live live,
      Pictures pictures,
      Consumer<Event> tell) {
    this(words, documents, patience, live, pictures, tell, System::nanoTime);
  }

  KioskView(
      Words words,
      List<Spec> documents,
      Patience patience,
      Live live,
      Pictures pictures,
      Consumer<Event> tell,
      LongSupplier clock) {
    Fonts.load();
    this.words = words;
    this.pages =
        new Pages(List.copyOf(documents), patience, pictures, live, _ -> true, TicketOffer.NOTHING);
    this.patience = patience;
    this.tell = tell;
    this.guard = new TapGuard(clock);
    getStylesheets().add(stylesheet());
    getStyleClass().add("kiosk");
    sheet.getStyleClass().add("sheet");
    canvas.getStyleClass().add("canvas");
    canvas.getTransforms().add(scale);
    canvas.setManaged(false);
    getChildren().add(canvas);
    addEventFilter(MouseEvent.ANY, guard::filter);
  }

  /** The look of everything that Huizhi shows. */
  public static String stylesheet() {
    return KioskView.class.getResource("kiosk.css").toExternalForm();
  }

  /** Offers only names that a slip can show. */
  public void offerOnly(Predicate<String> printable) {
    pages =
        new Pages(
            pages.documents(),
            patience,
            pages.pictures(),
            pages.live(),
            printable,
            pages.tickets());
  }

  /** Lets whoever has no ticket take one where another is called. */
  public void offerTickets(TicketOffer tickets) {
    pages =
        new Pages(
            pages.documents(),
            patience,
            pages.pictures(),
            pages.live(),
            pages.printable(),
            tickets);
  }

  /** Lets the applicant set how loud this voice is. */
  public void hear(Voice speaking) {
    voice = Optional.of(speaking);
  }

  /** Draws what a visit will show, where nobody sees it, while nobody is there. */
  public void rehearse() {
    State now = state;
    if (now == null || getWidth() <= 0) {
      return;
    }
    Live nothing = new Live(new LatestFrame(), () -> Guide.NOTHING_YET);
    KioskView unseen =
        new KioskView(words, pages.documents(), patience, nothing, pages.pictures(), _ -> {});
    new Rehearsal(unseen, pages.documents().getFirst(), now.setting(), getWidth(), getHeight())
        .start(() -> state != null && state.isFree());
  }

  /** Shows a state; cheap when only the time has changed. */
  public void show(State next) {
    @Nullable State before = state;
    state = next;
    if (before == null || !timeless(before).equals(timeless(next))) {
      change(before, next);
    } else if (page != null) {
      page.tick(next);
    }
    warn(next);
  }

  private void change(@Nullable State before, State next) {
    boolean sameSetting = before != null && timelessSetting(before).equals(timelessSetting(next));
    if (sameSetting && page != null && page.take(next)) {
      tighten();
      return;
    }
    boolean otherScreen = before == null || before.getClass() != next.getClass();
    build(next);
    if (otherScreen) {
      guard.screenChanged();
    }
  }

  private void build(State next) {
    if (page != null) {
      page.close();
      lastDots.take(sheet);
    }
    closeOverlays();
    Comfort comfort = next.setting().comfort();
    pseudoClassStateChanged(LARGE, comfort.largeText());
    pseudoClassStateChanged(CONTRAST, comfort.highContrast());
    pseudoClassStateChanged(LOW, comfort.lowReach());
    pseudoClassStateChanged(WIDE, wide);
    Wording wording = wording(next);
    Page made = pages.of(next, wording);
    page = made;
    Region top =
        TopBar.of(
            next, wording, this::askToLeave, this::askLanguage, voice.map(_ -> this::openSound));
    Node body = made.body();
    canvas.setNodeOrientation(wording.orientation());
    FIGURES.forEach(
        style ->
            body.lookupAll(style)
                .forEach(part -> part.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT)));
    VBox.setVgrow(body, Priority.ALWAYS);
    sheet.getChildren().clear();
    if (next.setting().demonstration()) {
      sheet.getChildren().add(banner(wording));
    }
    Optional<Region> bottom = bottom(made);
    if (comfort.lowReach()) {
      sheet.getChildren().addAll(body, top);
      if (bottom.isEmpty()) {
        top.getStyleClass().add("lowest");
      }
    } else {
      sheet.getChildren().addAll(top, body);
    }
    bottom.ifPresent(sheet.getChildren()::add);
    made.tick(next);
    pseudoClassStateChanged(TIGHT, false);
    tighten();
  }

  /** Where words are many, gaps give way, and type stays as large as it is. */
  private void tighten() {
    if (canvas.getHeight() > 0) {
      applyCss();
      if (sheet.minHeight(canvas.getWidth()) > canvas.getHeight()) {
        pseudoClassStateChanged(TIGHT, true);
      }
    }
  }

  private Region banner(Wording wording) {
    VBox banner = wording.both("banner", Phrase.DEMONSTRATION__BANNER);
    banner.setId("demonstration");
    return banner;
  }

  private static Optional<Region> bottom(Page page) {
    Optional<Button> primary = page.primary();
    Optional<Button> secondary = page.secondary();
    if (primary.isEmpty() && secondary.isEmpty()) {
      return Optional.empty();
    }
    Halves row = new Halves(secondary, primary);
    row.getStyleClass().add("bottom");
    return Optional.of(row);
  }

  private void warn(State next) {
    Optional<Duration> left = next.warning(patience);
    if (left.isEmpty()) {
      remove(warning);
      warning = null;
      return;
    }
    Overlay shown = warning;
    if (shown == null) {
      shown = Overlay.warning(wording(next));
      warning = shown;
      canvas.getChildren().add(shown);
      guard.screenChanged();
    }
    shown.tick(left.get());
  }

  private void askToLeave() {
    ask(wording -> Overlay.leave(wording, this::stay));
  }

  private void askLanguage() {
    ask(wording -> Overlay.languages(wording, this::stay));
  }

  private void ask(Function<Wording, Overlay> asking) {
    State now = state;
    if (now == null || question != null) {
      return;
    }
    Overlay asked = asking.apply(wording(now));
    question = asked;
    canvas.getChildren().add(asked);
    guard.screenChanged();
  }

  private void openSound() {
    State now = state;
    if (now == null || panel != null || voice.isEmpty()) {
      return;
    }
    SoundPanel opened = new SoundPanel(wording(now), voice.get(), this::closeSound);
    panel = opened;
    canvas.getChildren().add(opened);
    guard.screenChanged();
  }

  private void closeSound() {
    remove(panel);
    panel = null;
  }

  private void stay() {
    remove(question);
    question = null;
  }

  private void closeOverlays() {
    stay();
    closeSound();
    remove(warning);
    warning = null;
  }

  private void remove(@Nullable Node overlay) {
    if (overlay != null) {
      canvas.getChildren().remove(overlay);
    }
  }

  private Wording wording(State of) {
    return new Wording(words, of.setting(), wide, tell);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    boolean nowWide = width > height;
    double factor = ScreenSize.factor(width, height);
    scale.setX(factor);
    scale.setY(factor);
    boolean resized = canvas.getWidth() != width / factor || canvas.getHeight() != height / factor;
    canvas.resize(width / factor, height / factor);
    if (resized) {
      wide = nowWide;
      if (state != null) {
        build(state);
      }
    }
  }

  private static State timeless(State state) {
    return state.with(timelessSetting(state));
  }

  private static Setting timelessSetting(State state) {
    Setting setting = state.setting();
    return new Setting(
        setting.number(),
        setting.language(),
        setting.comfort(),
        setting.demonstration(),
        List.of(),
        Instant.EPOCH,
        Instant.MAX);
  }
}
