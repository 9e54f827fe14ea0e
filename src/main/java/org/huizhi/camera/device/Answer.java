package org.huizhi.camera.device;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.huizhi.camera.CameraTrouble;

/** What a camera's process answers. Each answer begins with a mark: drivers write to stdout too. */
final class Answer {
  /** A name follows. */
  static final char OPENED = 'o';

  /** Width and height follow; both 0 for none. */
  static final char PICTURE = 'p';

  /** Whether a picture was passed over follows. */
  static final char SKIPPED = 'k';

  private static final char TROUBLE = 't';
  private static final int MARK = 0x5EC0FFEE;

  private Answer() {}

  /** Goes to the answer's content, or throws the trouble that came instead. */
  static DataInputStream await(DataInputStream in, char wanted) throws IOException, CameraTrouble {
    int window = 0;
    while (window != MARK) {
      window = window << 8 | in.readUnsignedByte();
    }
    char kind = in.readChar();
    if (kind == TROUBLE) {
      throw new CameraTrouble(CameraTrouble.Kind.valueOf(in.readUTF()), in.readUTF());
    }
    if (kind != wanted) {
      throw new IOException("the camera's process answers what was not asked");
    }
    return in;
  }

  static void opened(DataOutputStream out, String name) throws IOException {
    out.writeInt(MARK);
    out.writeChar(OPENED);
    out.writeUTF(name);
    out.flush();
  }

  static void picture(DataOutputStream out, int widthPx, int heightPx) throws IOException {
    out.writeInt(MARK);
    out.writeChar(PICTURE);
    out.writeInt(widthPx);
    out.writeInt(heightPx);
    out.flush();
  }

  static void skipped(DataOutputStream out, boolean skipped) throws IOException {
    out.writeInt(MARK);
    out.writeChar(SKIPPED);
    out.writeBoolean(skipped);
    out.flush();
  }

  static void trouble(DataOutputStream out, CameraTrouble trouble) throws IOException {
    out.writeInt(MARK);
    out.writeChar(TROUBLE);
    out.writeUTF(trouble.kind().name());
    out.writeUTF(String.valueOf(trouble.getMessage()));
    out.flush();
  }
}
