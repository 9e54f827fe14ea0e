package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void whatFailsIsThrownWhenTheOthersAreDone() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> Each.of(() -> fail("record"), () -> fail("staff"), () -> done.add("queue")));
    assertEquals("record", thrown.getMessage());
    assertEquals("staff", thrown.getSuppressed()[0].getMessage());
    assertEquals(List.of("queue"), done);
  }

  private static void fail(String part) {
    throw new IllegalStateException(part);
  }
}
