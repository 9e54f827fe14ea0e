package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.Pictures;
import org.huizhi.camera.CameraChoice;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.Decided;
import org.huizhi.record.KeptCase;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.screen.WordsFiles;
import org.huizhi.session.Draft;
import org.huizhi.session.Event;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.State;
import org.huizhi.spec.Field;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Wherever a visit ends, nothing of the person is left among the living objects: no ID number, no
 * name, no picture. The people are made up anew in each run.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class HeapTest {
  private static final int PIXELS = 24;
  private static final int JPEG_BYTES = 40;
  private static final int VISIT_SECONDS = 90;
  private static final int LOOKS = 4;
  private static final int BORN = 19491231;
  private static final int CHILD_BORN = 20190601;

  /** What a person who leaves there has gone through, and whether they leave or just go away. */
  private static final Map<Class<? extends State>, Boolean> ENDS = new LinkedHashMap<>();

  static {
    ENDS.put(State.Identifying.class, true);
    ENDS.put(State.Guardian.class, false);
    ENDS.put(State.Preparing.class, false);
    ENDS.put(State.Framing.class, true); // who stays away there may meet the shot
    ENDS.put(State.Making.class, true);
    ENDS.put(State.Reviewing.class, false);
    ENDS.put(State.Farewell.class, true);
    if (System.getProperty("stories") != null) {
      ENDS.put(State.WaitingForStaff.class, false);
    }
  }

  @TempDir Path data;
  @TempDir Path folder;
  @TempDir Path pictures;

  private final Random dice = new Random();
  private final HeapScan scan = new HeapScan();
  private MadePerson now = new MadePerson("nobody", MadeUpPerson.born(BORN, dice));
  private Hall hall;

  /** A shot is over too soon for a test to see it from outside. */
  private volatile boolean leavingAtTheShot;

  private Scene scene;
  private String language = "zh";

  private record MadePerson(String who, MadeUpPerson person) {}

  @Start
  void start(Stage stage) throws Exception {
    KioskConfig config = KioskConfig.read(askingForNames());
    Clock clock = Clock.system(config.kiosk().timeZone());
    hall =
        new Hall(
            config, new CameraChoice.Replay(Pictures.standing(pictures), 0, true), true, clock);
    scene = new Scene(new StackPane(hall.view()), 1080, 1920);
    stage.setScene(scene);
    stage.show();
    hall.engine()
        .watch(
            state -> {
              if (leavingAtTheShot && state instanceof State.Shooting) {
                tell(new Event.Left(state.setting().number()));
              }
            });
    hall.start(config, data, clock);
  }

  @Stop
  void stop() {
    hall.close();
  }

  /** The language and whether the screen is wide: all of them with {@code -Dstories=all}. */
  static Stream<Arguments> screens() {
    return System.getProperty("stories") == null
        ? Stream.of(Arguments.of("zh", false))
        : WordsFiles.LANGUAGES.stream()
            .flatMap(language -> Stream.of(false, true).map(wide -> Arguments.of(language, wide)));
  }

  private void lay(boolean wide) {
    Platform.runLater(
        () -> {
          hall.view().setManaged(false);
          hall.view().resize(1080, wide ? 607.5 : 1920);
          hall.view().layout();
        });
    WaitForAsyncUtils.waitForFxEvents(2);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void nothingIsLeftWhereverAVisitEnds(String spoken, boolean wide) throws Exception {
    language = spoken;
    lay(wide);
    Set<String> left = new TreeSet<>();
    for (Map.Entry<Class<? extends State>, Boolean> end : ENDS.entrySet()) {
      String where = end.getKey().getSimpleName();
      boolean child = end.getKey() == State.Guardian.class;
      now =
          new MadePerson(
              "the one who left at " + where, MadeUpPerson.born(child ? CHILD_BORN : BORN, dice));
      now.person.lookFor(now.who, scan);
      goTo(end.getKey());
      if (end.getKey() == State.Reviewing.class) {
        assertFound(
            "ID number in UTF-8", "name in UTF-16LE", "photo file", "picture on the screen");
      }
      goAway(end.getValue());
      leftBehind().forEach(thing -> left.add("after " + where + ": " + thing));
    }
    whoComesBackFindsTheirVisitAgain(left);
    now = new MadePerson("the one who left at the shot", MadeUpPerson.born(BORN, dice));
    now.person.lookFor(now.who, scan);
    goTo(State.Preparing.class);
    leavingAtTheShot = true;
    tell(new Event.Prepared(number()));
    awaitWiped();
    leavingAtTheShot = false;
    leftBehind().forEach(thing -> left.add("after the shot: " + thing));
    assertEquals(Set.of(), left);
  }

  /** Who leaves with a code leaves nothing in memory, and finds everything again. */
  private void whoComesBackFindsTheirVisitAgain(Set<String> left) throws Exception {
    now = new MadePerson("the one who comes back", MadeUpPerson.born(BORN, dice));
    now.person.lookFor(now.who, scan);
    goTo(State.WaitingForStaff.class);
    tell(new Event.LaterWanted(number()));
    await(() -> hall.engine().state() instanceof State.Farewell);
    State.Farewell away = (State.Farewell) hall.engine().state();
    goAway(true);
    leftBehind().forEach(thing -> left.add("with a code: " + thing));

    Reviews reviews = hall.tools().orElseThrow().hall().reviews();
    Review waiting = reviews.waiting().getFirst();
    assertTrue(reviews.decide(waiting.id(), ReviewState.APPROVED, new Decided("1001", "")));
    tell(new Event.ReturnWanted(number()));
    away.imageNumber()
        .chars()
        .forEach(digit -> tell(new Event.Typed(number(), Character.toString(digit))));
    tell(new Event.Entered(number()));
    await(() -> hall.engine().state() instanceof State.Farewell end && end.wiped());
    assertStored((State.Farewell) hall.engine().state(), waiting.caseId());
    goAway(true);
    leftBehind().forEach(thing -> left.add("after coming back: " + thing));
    assertEquals(Optional.empty(), reviews.takeUp(away.imageNumber(), _ -> true), "once only");
  }

  private void assertStored(State.Farewell done, String caseId) {
    KeptCase kept = hall.tools().orElseThrow().store().byNumber(done.imageNumber()).orElseThrow();
    assertEquals(new SlipEnd.Printed(), done.slip());
    assertEquals(caseId, kept.id());
    assertArrayEquals(
        now.person.of(Field.NAME), kept.personal().name().orElseThrow().codePoints().toArray());
    assertEquals(Optional.of(new Decided("1001", "")), kept.decided());
  }

  /** What is still there when the window has had time to draw the next page. */
  private Set<String> leftBehind() throws Exception {
    Set<String> found = scan.found();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      WaitForAsyncUtils.waitForFxEvents();
      found = scan.found();
    }
    return found;
  }

  /** The search finds who is there: else it would say nothing when it finds nobody. */
  private void assertFound(String... things) throws Exception {
    Set<String> found = scan.found();
    for (String thing : things) {
      String whose = now.who + "'s " + thing;
      assertTrue(found.contains(whose), () -> whose + " is not among " + found);
    }
  }

  private void goAway(boolean byHand) throws Exception {
    tell(
        byHand
            ? new Event.Left(number())
            : new Event.Tick(hall.engine().state().setting().now().plusSeconds(900)));
    awaitWiped();
  }

  private void awaitWiped() throws Exception {
    await(
        () -> hall.engine().state() instanceof State.Welcome home && home.wipedUntil().isPresent());
    await(
        () ->
            WaitForAsyncUtils.asyncFx(() -> scene.getRoot().lookupAll(".image-view"))
                .get()
                .isEmpty());
  }

  /** Does what a person does until the visit stands there. */
  private void goTo(Class<? extends State> last) throws Exception {
    while (!isThere(last)) {
      step(last);
    }
    WaitForAsyncUtils.waitForFxEvents(3);
    rememberPictures();
  }

  /** Whoever ends while typing has typed the last field. */
  private boolean isThere(Class<? extends State> last) {
    State state = hall.engine().state();
    return last.isInstance(state)
        && (!(state instanceof State.Identifying asking) || isWritten(asking, Field.NAME));
  }

  private boolean isWritten(State.Identifying asking, Field field) {
    Draft draft = asking.draft();
    return draft.field() == field
        && draft.text().codePointCount(0, draft.text().length()) == now.person.of(field).length;
  }

  private void step(Class<? extends State> last) throws Exception {
    Class<? extends State> before = hall.engine().state().getClass();
    switch (hall.engine().state()) {
      case State.Welcome _ -> {
        tell(new Event.LanguageChosen(number(), language));
        tell(new Event.Started(number()));
      }
      case State.Consent _ -> tell(new Event.Agreed(number(), language + "-4"));
      case State.Choosing _ -> tell(new Event.DocumentChosen(number(), "hk-macau-permit"));
      case State.Identifying asking -> {
        type(asking);
        return;
      }
      case State.Guardian _ -> tell(new Event.Agreed(number(), language + "-4-guardian"));
      case State.Preparing _ -> tell(new Event.Prepared(number()));
      case State.Reviewing _ when last == State.WaitingForStaff.class ->
          tell(new Event.StaffCalled(number()));
      case State.Reviewing refused when !refused.acceptable() ->
          tell(new Event.RetakeWanted(number()));
      case State.Reviewing reviewing -> {
        rememberPictures();
        tell(new Event.PhotoAccepted(number(), reviewing.photo().orElseThrow()));
      }
      case State.Framing framing when framing.manualShutter() ->
          tell(new Event.ShutterPressed(number()));
      case State.Framing _, State.Shooting _, State.Making _ -> {}
      case State.WaitingForStaff _, State.Issuing _, State.Farewell _ -> {}
      case State.OutOfOrder _, State.Expecting _, State.Returning _, State.Ticketing _ ->
          throw new AssertionError("cannot go on");
    }
    await(() -> hall.engine().state().getClass() != before || isOfferedTheShutter());
  }

  /**
   * Searching the heap stops the camera for a moment: who is not taken by then takes themselves.
   */
  private boolean isOfferedTheShutter() {
    return hall.engine().state() instanceof State.Framing framing && framing.manualShutter();
  }

  private void type(State.Identifying asking) throws Exception {
    Field field = asking.draft().field();
    for (int character : now.person.of(field)) {
      tell(new Event.Typed(number(), Character.toString(character)));
    }
    await(
        () -> hall.engine().state() instanceof State.Identifying typed && isWritten(typed, field));
    WaitForAsyncUtils.waitForFxEvents(2);
    if (field == Field.ID_NUMBER || !stays()) {
      tell(new Event.Entered(number()));
      await(
          () ->
              !(hall.engine().state() instanceof State.Identifying next)
                  || next.draft().field() != field);
    }
  }

  private boolean stays() {
    return now.who.endsWith(State.Identifying.class.getSimpleName());
  }

  /** Some pixels of every picture on the screen, and some bytes of the files behind them. */
  private void rememberPictures() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> remember(scene.getRoot()));
    if (hall.engine().state() instanceof State.Reviewing reviewing) {
      remember("photo file", reviewing.photo().flatMap(hall.album()::photo));
      remember("shot's file", hall.album().shot(reviewing.shot()));
    }
  }

  private void remember(String what, Optional<byte[]> file) {
    file.ifPresent(
        bytes -> {
          int middle = bytes.length / 2;
          scan.add(now.who + "'s " + what, Arrays.copyOfRange(bytes, middle, middle + JPEG_BYTES));
        });
  }

  private void remember(Node node) {
    if (node instanceof ImageView view && view.getImage() != null) {
      remember(view.getImage());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::remember);
    }
  }

  private void remember(Image image) {
    int[] argb = new int[PIXELS];
    int x = (int) image.getWidth() / 2 - PIXELS / 2;
    int y = (int) (image.getHeight() * 0.45);
    image
        .getPixelReader()
        .getPixels(x, y, PIXELS, 1, PixelFormat.getIntArgbInstance(), argb, 0, PIXELS);
    if (Arrays.stream(argb).distinct().count() < PIXELS / 2) {
      return; // such a row may be found anywhere
    }
    String name = now.who + "'s picture on the screen";
    scan.add(name, bytes(argb, 24, 16, 8, 0));
    scan.add(name, bytes(argb, 0, 8, 16, 24));
    scan.add(name, bytes(argb, 16, 8, 0));
    scan.add(name, bytes(argb, 0, 8, 16));
    Arrays.fill(argb, 0);
  }

  private static byte[] bytes(int[] argb, int... shifts) {
    byte[] bytes = new byte[argb.length * shifts.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (argb[i / shifts.length] >> shifts[i % shifts.length]);
    }
    return bytes;
  }

  private void tell(Event event) {
    hall.engine().tell(event);
  }

  private long number() {
    return hall.engine().state().setting().number();
  }

  /** The packaged configuration, but in every language, and with documents that ask for a name. */
  private Path askingForNames() throws Exception {
    new ConfigCopy(folder)
        .change("kiosk.toml", "[\"zh\", \"en\"]", "[\"zh\", \"en\", \"zh-Hant\", \"ug\"]")
        .change("specs/shot.toml", "[\"id-number\"]", "[\"id-number\", \"name\"]");
    return folder;
  }

  private void await(Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(VISIT_SECONDS, TimeUnit.SECONDS, condition);
    } catch (TimeoutException stuck) {
      throw new AssertionError("it stands at " + hall.engine().state(), stuck);
    }
  }
}
