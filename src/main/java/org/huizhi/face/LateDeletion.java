package org.huizhi.face;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;

/**
 * Keeps a picture's native memory until no call can be using it any more. OpenCV's {@code Mat}
 * deletes it as soon as the collector finds the object unreachable, and that it is from the moment
 * at which its last native call <em>begins</em>: call and finalizer then race, and after minutes or
 * weeks the process dies of a broken heap. Here a finalizer only notes what to delete, half a
 * minute later, when every call that was under way is long over.
 */
public final class LateDeletion {
  private static final long REST_NANOS = Duration.ofSeconds(30).toNanos();
  private static final MethodTypeDesc OF_ADDRESS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);

  private static final Queue<Finalized> WAITING = new ArrayDeque<>();
  private static @Nullable MethodHandle delete;

  private record Finalized(long address, long nanos) {}

  private LateDeletion() {}

  /**
   * Changes {@code Mat}'s finalizer. The first thing that a program does: once that class is
   * loaded, it is too late.
   *
   * @throws IllegalStateException when it is too late, or OpenCV is another one than expected
   */
  public static synchronized void install() {
    try (InputStream packed = CvType.class.getResourceAsStream("Mat.class")) {
      if (packed == null) {
        throw new IllegalStateException("OpenCV has no Mat");
      }
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(CvType.class, MethodHandles.lookup());
      Class<?> mat = lookup.defineClass(changed(packed.readAllBytes()));
      delete =
          MethodHandles.privateLookupIn(mat, MethodHandles.lookup())
              .findStatic(mat, "n_delete", MethodType.methodType(void.class, long.class));
    } catch (IOException | ReflectiveOperationException | LinkageError wrong) {
      throw new IllegalStateException("OpenCV's pictures cannot be deleted late", wrong);
    }
  }

  private static byte[] changed(byte[] mat) {
    ClassFile files = ClassFile.of();
    ClassTransform late =
        (made, element) -> {
          if (element instanceof MethodModel method
              && method.methodName().equalsString("finalize")) {
            made.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                code ->
                    code.aload(0)
                        .getfield(
                            ClassDesc.of("org.opencv.core.Mat"), "nativeObj", ConstantDescs.CD_long)
                        .invokestatic(
                            ClassDesc.of(LateDeletion.class.getName()), "later", OF_ADDRESS)
                        .return_());
          } else {
            made.with(element);
          }
        };
    return files.transformClass(files.parse(mat), late);
  }

  /** How many are to be deleted. */
  static synchronized int waiting() {
    return WAITING.size();
  }

  /** Called by every {@code Mat}'s finalizer, on the collector's thread for these. */
  public static synchronized void later(long address) throws Throwable {
    MethodHandle deleting = delete;
    if (deleting == null) {
      return; // installed by nobody
    }
    long now = System.nanoTime();
    WAITING.add(new Finalized(address, now));
    for (Finalized oldest = WAITING.peek();
        oldest != null && now - oldest.nanos() > REST_NANOS;
        oldest = WAITING.peek()) {
      WAITING.remove();
      deleting.invokeExact(oldest.address());
    }
  }
}
