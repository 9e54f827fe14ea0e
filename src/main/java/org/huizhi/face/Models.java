package org.huizhi.face;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged models, checked by hash before use. Some lie alone under {@code /models}, some
 * inside MediaPipe's pack, whose loader script tells where each begins and ends.
 *
 * <p>Safe for use from several threads; each call reads afresh.
 */
public final class Models {
  public static final String FACE_SHORT_RANGE = "face_detection_short_range.tflite";
  public static final String FACE_FULL_RANGE = "face_detection_full_range.tflite";
  public static final String FACE_MESH = "face_landmark_with_attention.tflite";
  public static final String CANONICAL_MESH = "geometry_pipeline_metadata_landmarks.binarypb";
  public static final String SELFIE = "selfie_segmentation.tflite";
  public static final String PARTS = "selfie_multiclass_256x256.tflite";

  /** SHA-256 of each model's bytes. */
  private static final Map<String, String> HASHES =
      Map.of(
          FACE_MESH, "883b7411747bac657c30c462d305d312e9dec6adbf8b85e2f5d8d722fca9455d",
          CANONICAL_MESH, "bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4",
          FACE_SHORT_RANGE, "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
          FACE_FULL_RANGE, "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
          SELFIE, "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27",
          PARTS, "c6748b1253a99067ef71f7e26ca71096cd449baefa8f101900ea23016507e0e0");

  private static final String PACK = "/models/face_mesh_solution_packed_assets.data";
  private static final String LOADER = "/models/face_mesh_solution_packed_assets_loader.js";

  private Models() {}

  /** Every model's name, in alphabetical order. */
  public static List<String> names() {
    return HASHES.keySet().stream().sorted().toList();
  }

  /** The SHA-256 that a model must have, in lower-case hexadecimal. */
  public static String hash(String name) {
    String hash = HASHES.get(name);
    if (hash == null) {
      throw new ModelException("There is no model named " + name + ".");
    }
    return hash;
  }

  /**
   * A model's bytes.
   *
   * @throws ModelException when it is missing or its hash differs
   */
  public static byte[] read(String name) {
    String expected = hash(name);
    byte[] alone = resource("/models/" + name);
    byte[] bytes = alone.length > 0 ? alone : unpack(name);
    String found = sha256(bytes);
    if (!found.equals(expected)) {
      throw new ModelException(
          "The model " + name + " was altered: its SHA-256 is " + found + ", not " + expected);
    }
    return bytes;
  }

  /** SHA-256 in lower-case hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] unpack(String name) {
    String script = new String(resource(LOADER), StandardCharsets.UTF_8);
    Matcher place =
        Pattern.compile(
                "\"filename\":\\s*\"[^\"]*/"
                    + Pattern.quote(name)
                    + "\",\\s*\"start\":\\s*(\\d+),\\s*\"end\":\\s*(\\d+)")
            .matcher(script);
    if (!place.find()) {
      throw new ModelException("The model " + name + " is missing: neither alone nor in " + PACK);
    }
    byte[] pack = resource(PACK);
    int start = Integer.parseInt(place.group(1));
    int end = Integer.parseInt(place.group(2));
    if (start > end || end > pack.length) {
      throw new ModelException("The model pack " + PACK + " is cut short at " + name);
    }
    return Arrays.copyOfRange(pack, start, end);
  }

  /** The resource's bytes; none when there is no such resource. */
  private static byte[] resource(String path) {
    try (InputStream in = Models.class.getResourceAsStream(path)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException cut) {
      throw new ModelException("The model file " + path + " cannot be read.", cut);
    }
  }
}
