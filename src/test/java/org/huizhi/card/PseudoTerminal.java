package org.huizhi.card;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A serial line whose other end is in this process: Unix 98 pseudo-terminals by libc. */
@SuppressWarnings("restricted")
public final class PseudoTerminal implements AutoCloseable {
  private static final int READ_WRITE_NO_CONTROL = 0x2 | 0x100;

  private final Arena arena = Arena.ofShared();
  private final int master;
  private final String name;

  public PseudoTerminal() {
    master = (int) call("posix_openpt", JAVA_INT, READ_WRITE_NO_CONTROL);
    if (master < 0
        || (int) call("grantpt", JAVA_INT, master) != 0
        || (int) call("unlockpt", JAVA_INT, master) != 0) {
      throw new IllegalStateException("this machine gives no pseudo-terminal");
    }
    MemorySegment path = (MemorySegment) call("ptsname", ADDRESS, master);
    name = path.reinterpret(128).getString(0);
  }

  /** The port for the program under test. */
  public String name() {
    return name;
  }

  /** What the program wrote, at least one byte; empty when it has closed the port. */
  public byte[] read() {
    MemorySegment buffer = arena.allocate(512);
    long count = (long) call("read", JAVA_LONG, master, buffer, 512L);
    return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
  }

  public void write(byte[] bytes) {
    MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
    long count = (long) call("write", JAVA_LONG, master, buffer, (long) bytes.length);
    if (count != bytes.length) {
      throw new IllegalStateException("wrote " + count + " bytes of " + bytes.length);
    }
  }

  /** Like pulling the plug. */
  @Override
  public void close() {
    var _ = call("close", JAVA_INT, master);
  }

  private static Object call(String function, MemoryLayout result, Object... arguments) {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          switch (arguments[i]) {
            case Integer _ -> JAVA_INT;
            case Long _ -> JAVA_LONG;
            default -> ADDRESS;
          };
    }
    Linker linker = Linker.nativeLinker();
    MethodHandle handle =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(result, layouts));
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable wrong) {
      throw new IllegalStateException(function, wrong);
    }
  }
}
