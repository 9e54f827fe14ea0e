package org.huizhi.photo;

import java.nio.file.Path;
import java.util.Collection;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import org.huizhi.spec.Spec;

/** The documents as the project ships them. */
final class Documents {
  private Documents() {}

  static Spec permit() {
    return named("hk-macau-permit");
  }

  static Spec named(String name) {
    return read().spec(name);
  }

  static Collection<Spec> all() {
    return read().specs().values();
  }

  private static KioskConfig read() {
    try {
      return KioskConfig.read(Path.of("kiosk-config"));
    } catch (ConfigMistakes mistakes) {
      throw new AssertionError(mistakes);
    }
  }
}
