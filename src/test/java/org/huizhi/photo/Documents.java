package org.huizhi.photo;

import java.nio.file.Path;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import org.huizhi.spec.Spec;

/** The documents as the project ships them. */
final class Documents {
  private Documents() {}

  static Spec permit() {
    try {
      return KioskConfig.read(Path.of("kiosk-config")).spec("hk-macau-permit");
    } catch (ConfigMistakes mistakes) {
      throw new AssertionError(mistakes);
    }
  }
}
