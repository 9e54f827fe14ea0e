package org.huizhi.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.huizhi.screen.Fonts;
import org.huizhi.screen.KioskView;
import org.huizhi.screen.ScreenSize;
import org.huizhi.screen.Words;
import org.huizhi.staff.Person;
import org.huizhi.staff.Right;
import org.huizhi.staff.StaffRules;

/**
 * The staff's pages behind their lock: over a kiosk's screen, or alone on a console. They lock
 * themselves when nobody has touched them for a while. Drawn on a sheet of 1080×1920, or 1920×1080
 * where the window is wide. On the JavaFX thread.
 */
public final class ConsoleView extends Region {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

  private final Words staffWords;
  private final Words applicantWords;
  private final Desk desk;
  private final StaffRules rules;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Errands errands;
  private final Optional<Runnable> leave;
  private final Scale scale = new Scale();
  private final VBox sheet = new VBox();
  private final StackPane canvas = new StackPane(sheet);
  private final Label foot = Say.text("", "text", "staff-foot");
  private Say say;
  private Optional<Person> who = Optional.empty();
  private Optional<Part> part = Optional.empty();
  private String tab = "";
  private Instant touched;
  private boolean wide;

  /**
   * @param clock by which the pages lock themselves
   * @param thread where the desk is asked; never the JavaFX thread
   * @param leave closes the pages, where something lies under them
   */
  public ConsoleView(
      Words staffWords,
      Words applicantWords,
      Desk desk,
      StaffRules rules,
      InstantSource clock,
      ZoneId zone,
      Executor thread,
      Optional<Runnable> leave) {
    Fonts.load();
    this.staffWords = staffWords;
    this.applicantWords = applicantWords;
    this.desk = desk;
    this.rules = rules;
    this.clock = clock;
    this.zone = zone;
    this.errands = new Errands(thread, () -> foot(StaffPhrase.TOP__FAILED));
    this.leave = leave;
    this.say = new Say(staffWords, applicantWords, staffWords.languages().getFirst());
    this.touched = clock.instant();
    getStylesheets().add(KioskView.stylesheet());
    getStyleClass().addAll("kiosk", "staff");
    sheet.getStyleClass().add("sheet");
    canvas.getTransforms().add(scale);
    canvas.setManaged(false);
    getChildren().add(canvas);
    foot.setId("foot");
    addEventFilter(InputEvent.ANY, _ -> touched = clock.instant());
    if (leave.isEmpty()) {
      lock(); // behind a door, that locks when it opens
    }
  }

  /** A second has passed; to be called by a timer. */
  public void tick() {
    if (who.isPresent()
        && Duration.between(touched, clock.instant()).compareTo(rules.idleLock()) >= 0) {
      lock();
      leave.ifPresent(Runnable::run);
    }
    part.ifPresent(Part::tick);
  }

  /** Locks the pages and shows the way in. */
  public void lock() {
    who.ifPresent(person -> errands.ask(() -> left(person), _ -> {}));
    who = Optional.empty();
    foot.setText("");
    build();
  }

  private boolean left(Person person) {
    desk.left(person);
    return true;
  }

  private void enter(Person person) {
    who = Optional.of(person);
    touched = clock.instant();
    tab = "";
    build();
  }

  private void build() {
    part.ifPresent(Part::close);
    canvas.getChildren().setAll(sheet);
    pseudoClassStateChanged(WIDE, wide);
    if (who.isEmpty()) {
      LockPage lock = new LockPage(say, desk, errands, clock, leave, this::enter);
      part = Optional.of(lock);
      VBox.setVgrow(lock.node(), Priority.ALWAYS);
      sheet.getChildren().setAll(lock.node());
      return;
    }
    Person person = who.get();
    Map<StaffPhrase, Supplier<Part>> tabs = tabs(new Framed(person));
    List<StaffPhrase> names = List.copyOf(tabs.keySet());
    StaffPhrase now =
        names.stream().filter(name -> name.name().equals(tab)).findFirst().orElse(names.getFirst());
    Part made = Objects.requireNonNull(tabs.get(now)).get();
    part = Optional.of(made);
    VBox.setVgrow(made.node(), Priority.ALWAYS);
    sheet.getChildren().setAll(top(person, names, now), made.node(), foot);
  }

  private Map<StaffPhrase, Supplier<Part>> tabs(Frame frame) {
    Map<StaffPhrase, Supplier<Part>> tabs = new LinkedHashMap<>();
    Person person = frame.who();
    desk.post()
        .ifPresent(
            post -> {
              tabs.put(StaffPhrase.TAB__NOW, () -> new NowPage(frame, post));
              tabs.put(StaffPhrase.TAB__HEALTH, () -> new HealthPage(frame, post, zone));
            });
    if (person.role().may(Right.DECIDE)) {
      tabs.put(StaffPhrase.TAB__REVIEW, () -> new ReviewPage(frame, clock, zone, wide));
    }
    tabs.put(StaffPhrase.TAB__MACHINES, () -> new MachinesPage(frame, clock, zone));
    if (person.role().may(Right.REPRINT)) {
      tabs.put(StaffPhrase.TAB__CASES, () -> new CasesPage(frame, zone, wide));
    }
    if (person.role().may(Right.READ_BOOKS)) {
      tabs.put(StaffPhrase.TAB__BOOK, () -> new BookPage(frame, zone));
      tabs.put(StaffPhrase.TAB__REPORT, () -> new ReportPage(frame));
    }
    tabs.put(StaffPhrase.TAB__PIN, () -> new PinPage(frame));
    return tabs;
  }

  private Node top(Person person, List<StaffPhrase> names, StaffPhrase now) {
    Label name =
        Say.text(
            person.name() + " · " + say.say(StaffKeys.of(person.role())), "title", "staff-who");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Button other =
        Say.button(
            "staff-language", say.say(StaffPhrase.LANGUAGE__OTHER), "small", this::otherLanguage);
    Button lock = say.button("lock", StaffPhrase.TOP__LOCK, "small", this::leaveOrLock);
    HBox first = Say.row(name);
    List<Node> buttons = new ArrayList<>();
    for (StaffPhrase one : names) {
      Button button =
          say.button(
              one.key().replace('.', '-'),
              one,
              "small",
              () -> {
                tab = one.name();
                foot.setText("");
                build();
              });
      button.pseudoClassStateChanged(ON, one == now);
      (one == StaffPhrase.TAB__PIN ? first.getChildren() : buttons).add(button);
    }
    first.getChildren().addAll(other, lock);
    FlowPane all = new FlowPane(buttons.toArray(Node[]::new));
    all.getStyleClass().add("staff-buttons");
    VBox top = new VBox(first, all);
    top.getStyleClass().add("staff-top");
    return top;
  }

  private void leaveOrLock() {
    lock();
    leave.ifPresent(Runnable::run);
  }

  private void otherLanguage() {
    say = new Say(staffWords, applicantWords, say.other());
    foot.setText("");
    build();
  }

  private void foot(StaffPhrase phrase) {
    foot.setText(say.say(phrase));
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
    canvas.resize(width / factor, height / factor);
    canvas.setAlignment(Pos.TOP_LEFT);
    if (nowWide != wide) {
      wide = nowWide;
      build();
    }
  }

  /** What the pages have of this view while one person is in. */
  private final class Framed implements Frame {
    private final Person person;

    Framed(Person person) {
      this.person = person;
    }

    @Override
    public Say say() {
      return say;
    }

    @Override
    public Person who() {
      return person;
    }

    @Override
    public Desk desk() {
      return desk;
    }

    @Override
    public Errands errands() {
      return errands;
    }

    @Override
    public <T extends Enum<T>> void askWhy(
        StaffPhrase title, Map<T, String> reasons, Consumer<T> chosen) {
      canvas
          .getChildren()
          .setAll(
              sheet,
              new Reasons<>(say, title, reasons, chosen, () -> canvas.getChildren().setAll(sheet)));
    }

    @Override
    public void leave() {
      leaveOrLock();
    }

    @Override
    public void say(StaffPhrase phrase) {
      foot(phrase);
    }

    @Override
    public void done(boolean done) {
      foot(done ? StaffPhrase.TOP__DONE : StaffPhrase.TOP__NOT_DONE);
    }
  }
}
