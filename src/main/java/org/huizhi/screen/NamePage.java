package org.huizhi.screen;

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
  private final NamePad pad;

  /**
   * @param printable whether a slip can show the text; what it cannot is not offered
   */
  NamePage(Wording wording, State.Identifying state, Predicate<String> printable) {
    super(wording, state);
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
      HBox.setHgrow(name, Priority.ALWAYS);
      HBox.setHgrow(pad.candidates(), Priority.ALWAYS);
      HBox top = new HBox(headline, name);
      top.getStyleClass().add("beside");
      HBox below = new HBox(pad.candidates(), pad.keys());
      below.getStyleClass().add("beside");
      return column(top, below);
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    return wording.setting().comfort().lowReach()
        ? column(headline, name, space, pad.candidates(), pad.keys())
        : column(headline, name, pad.candidates(), space, pad.keys());
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

  private void enable() {
    next.setDisable(Typing.value(state()).isEmpty() || pad.isUnfinished());
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
