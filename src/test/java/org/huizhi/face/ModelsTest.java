package org.huizhi.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModelsTest {
  @Test
  void everyModelIsThereAndUnaltered() {
    for (String name : Models.names()) {
      assertEquals(Models.hash(name), Models.sha256(Models.read(name)), name);
    }
  }

  @Test
  void anUnknownModelIsNamed() {
    ModelException refusal =
        assertThrows(ModelException.class, () -> Models.read("no-such.tflite"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("no-such.tflite"));
  }
}
