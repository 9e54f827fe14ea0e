package org.huizhi.screen;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.session.Typing;
import org.huizhi.spec.Field;

/**
 * A name by touch. The session knows only what was chosen; letters not yet used go with the page.
 */
final class NamePage extends EntryPage {
  private final Label name = new Label();
  private final Predicate<String> printable;
  private final Answer answer;
  private final VBox written = new VBox(name);
  private final NamePad pad;

  /**
   * @param printable whether a slip can show the text; what it cannot is not offered
   */
  NamePage(Wording wording, State.Identifying state, Predicate<String> printable) {
    super(wording, state);
    this.printable = printable;
    answer = new Answer(wording);
    answer.wrong(wording.both("text", Phrase.IDENTIFYING__UNPRINTABLE));
    written.setMaxHeight(Region.USE_PREF_SIZE); // beside the headline it stands as high as a name
    name.setId("name");
    name.getStyleClass().addAll("title", "name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setWrapText(true);
    pad = new NamePad(wording, printable, new Told());
    show();
  }

  @Override
  public Node body() {
    Node headline = wording.both("headline", Keys.of(Field.NAME, "title"));
    if (wording.wide()) {
      HBox.setHgrow(written, Priority.ALWAYS);
      HBox.setHgrow(pad.candidates(), Priority.ALWAYS);
      HBox top = new HBox(headline, written);
      top.getStyleClass().add("beside");
      HBox below = new HBox(pad.candidates(), pad.keys());
      below.getStyleClass().add("beside");
      return column(top, below);
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    return wording.setting().comfort().lowReach()
        ? column(headline, written, space, pad.candidates(), pad.keys())
        : column(headline, written, pad.candidates(), space, pad.keys());
  }

  private static VBox column(Node... parts) {
    VBox column = new VBox(parts);
    column.getStyleClass().addAll("body", "naming");
    return column;
  }

  /** Tells the session, and shows what it then says. */
  private final class Told implements NamePad.Writer {
    @Override
    public String text() {
      return NamePage.this.text();
    }

    @Override
    public void write(String character) {
      wording.told(new Event.Typed(wording.number(), character));
    }

    @Override
    public void erase() {
      wording.told(new Event.Erased(wording.number()));
    }

    @Override
    public void changed() {
      wording.told(new Event.Touched(wording.number()));
      enable();
    }
  }

  /** A card may tell a character that no slip can show: said here, where it costs no photo yet. */
  private void enable() {
    boolean shows = printable.test(text());
    written.getChildren().setAll(shows ? List.of(name) : List.of(name, answer));
    next.setDisable(Typing.value(state()).isEmpty() || pad.isUnfinished() || !shows);
  }

  @Override
  public void close() {
    pad.close();
  }

  @Override
  void show() {
    pad.show();
    name.setText(text());
    enable();
  }
}
