package org.huizhi.screen;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.huizhi.camera.Frame;
import org.huizhi.spec.HeadAim;
import org.huizhi.spec.Spec;

/**
 * The mirror: the camera's newest picture with the outline over it. Asks for a frame and for the
 * judge's word once a pulse, and only while it is on the screen.
 */
final class LiveView extends StackPane {
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  /** How much of the view's height the photo will be: room to move, and a large face. */
  private static final double PHOTO_SHARE = 0.8;

  /** How quickly outline and picture follow the face: the share of the way in one picture. */
  private static final double FOLLOW = 0.22;

  /** The outline stays where it is until the face has moved by more than a trembling hand does. */
  private static final double DEAD_ZONE_PX = 1.5;

  private static final double ARROW = 110;
  private static final Map<Icon, Pos> SIDES =
      Map.of(
          Icon.ARROW_LEFT, Pos.CENTER_LEFT,
          Icon.TURN_LEFT, Pos.CENTER_LEFT,
          Icon.ARROW_RIGHT, Pos.CENTER_RIGHT,
          Icon.TURN_RIGHT, Pos.CENTER_RIGHT,
          Icon.ARROW_UP, Pos.TOP_CENTER,
          Icon.ARROW_DOWN, Pos.BOTTOM_CENTER);

  private final Spec document;
  private final HeadAim aim;
  private final Mirror mirror;
  private final Outline outline;
  private final Consumer<Frame> drawn;
  private final Mount mount = new Mount();
  private final Pane over = new Pane();
  private final Rectangle edge = new Rectangle();
  private final AnimationTimer pulse;
  private final StackPane pointer = new StackPane();
  private Optional<Icon> pointed = Optional.empty();
  private double centreX = 0.5;
  private Frame shown = Frame.NONE;
  private Placement placed = new Placement(0, 0, 0);
  private Placement drawnAt = placed;

  /** Where the photo's middle eye point and its size stand in the view, in its pixels. */
  private record Placement(double eyeX, double eyeY, double scale) {
    Placement towards(Placement other) {
      return scale == 0
          ? other
          : new Placement(
              eyeX + FOLLOW * (other.eyeX - eyeX),
              eyeY + FOLLOW * (other.eyeY - eyeY),
              scale + FOLLOW * (other.scale - scale));
    }

    /** How far a point at the head's edge is from where the other has it, about. */
    double distance(Placement other, double reach) {
      return Math.hypot(eyeX - other.eyeX, eyeY - other.eyeY)
          + reach * Math.abs(scale - other.scale);
    }
  }

  /**
   * @param watch told what the guide says on every pulse, with the pulse's time in nanoseconds
   */
  LiveView(Live live, Spec document, ObjLongConsumer<Guide> watch) {
    this.document = document;
    aim = HeadAim.of(document.geometry());
    this.mirror = new Mirror(live.frame());
    this.drawn = live.drawn();
    this.outline = new Outline(document);
    getStyleClass().add("live");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    over.getChildren().add(outline);
    over.setClip(edge);
    pointer.getStyleClass().add("pointer");
    pointer.setMouseTransparent(true);
    getChildren().addAll(mount, mirror, over, pointer);
    outline.setManaged(false);
    pulse =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            Guide guide = live.guide().get();
            draw(guide);
            watch.accept(guide, now);
          }
        };
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                stop();
              } else {
                pulse.start();
              }
            });
  }

  /** Says by the look of the picture that it is none to go by. */
  void lost(boolean lost) {
    pseudoClassStateChanged(LOST, lost);
  }

  /** Stops looking and blackens what was last seen. */
  void stop() {
    pulse.stop();
    mirror.forget();
  }

  /** All that moves over the picture moves with it: a pulse between two pictures costs nothing. */
  private void draw(Guide guide) {
    Frame before = shown;
    shown = mirror.draw(centreX);
    drawn.accept(shown);
    outline.ready(guide.ready());
    if (shown.number() == before.number() && mirror.hasPicture()) {
      return;
    }
    guide.eyes().ifPresent(eyes -> centreX += FOLLOW * (eyes.x() - centreX));
    placed = placed.towards(follows(guide) ? onFace(guide) : atRest());
    if (placed.distance(drawnAt, document.picture().heightPx() / 2.0) > DEAD_ZONE_PX) {
      place();
    }
  }

  private void place() {
    drawnAt = placed;
    outline.place(placed.eyeX(), placed.eyeY(), placed.scale());
  }

  /** A large arrow at the side of the picture to which the person should move. */
  void point(Guide guide) {
    Optional<Icon> icon =
        guide.advice().map(AdvicePlate::icon).filter(one -> side(one).isPresent());
    if (icon.equals(pointed)) {
      return;
    }
    pointed = icon;
    pointer.getChildren().clear();
    icon.ifPresent(
        one -> {
          StackPane disc = new StackPane(one.node(ARROW));
          disc.getStyleClass().add("arrow");
          disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
          StackPane.setAlignment(disc, side(one).orElse(Pos.CENTER));
          pointer.getChildren().add(disc);
        });
  }

  private static Optional<Pos> side(Icon icon) {
    return Optional.ofNullable(SIDES.get(icon));
  }

  /** Once the face stands where a photo can be cut, the outline shows where it will be cut. */
  private static boolean follows(Guide guide) {
    if (guide.eyes().isEmpty()) {
      return false;
    }
    return guide
        .advice()
        .map(
            advice ->
                switch (advice) {
                  case COME_INTO_VIEW, ONE_PERSON_ONLY, COME_CLOSER, MOVE_BACK -> false;
                  case MOVE_LEFT, MOVE_RIGHT, MOVE_UP, MOVE_DOWN -> false;
                  case SHOW_WHOLE_HEAD, SHOW_SHOULDERS, LEVEL_SHOULDERS -> false;
                  case TURN_LEFT, TURN_RIGHT, RAISE_CHIN, LOWER_CHIN -> true;
                  case STRAIGHTEN_HEAD, OPEN_EYES, LOOK_AT_CAMERA, CLOSE_MOUTH -> true;
                  case NEUTRAL_FACE, CLEAR_HAIR, TAKE_OFF_GLASSES, TAKE_OFF_HAT -> true;
                  case UNCOVER_FACE, MORE_LIGHT, LESS_LIGHT, EVEN_LIGHT -> true;
                  case TAKE_OFF_JEWELLERY, COVER_SHOULDERS, DARKER_CLOTHES -> true;
                  case COLOUR_CAMERA, HOLD_STILL, PLAIN_BACKGROUND, ASK_STAFF -> true;
                })
        .orElse(guide.ready());
  }

  private Placement atRest() {
    double scale = PHOTO_SHARE * getHeight() / document.picture().heightPx();
    double top = (1 - PHOTO_SHARE) / 2 * getHeight();
    return new Placement(getWidth() / 2, top + aim.eyeLineY() * scale, scale);
  }

  private Placement onFace(Guide guide) {
    Optional<Eyes> seen = guide.eyes();
    if (seen.isEmpty() || !mirror.hasPicture()) {
      return atRest();
    }
    Eyes eyes = seen.get();
    double distance = mirror.height(eyes.distance());
    return new Placement(mirror.x(eyes.x()), mirror.y(eyes.y()), distance / aim.pupilDistance());
  }

  @Override
  protected void layoutChildren() {
    mount.resizeRelocate(0, 0, getWidth(), getHeight());
    mirror.resizeRelocate(0, 0, getWidth(), getHeight());
    over.resizeRelocate(0, 0, getWidth(), getHeight());
    pointer.resizeRelocate(0, 0, getWidth(), getHeight());
    edge.setWidth(getWidth());
    edge.setHeight(getHeight());
    placed = atRest();
    place();
  }
}
