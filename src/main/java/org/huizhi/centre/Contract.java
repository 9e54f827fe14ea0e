package org.huizhi.centre;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huizhi.record.Consent;
import org.huizhi.record.KeptCase;
import org.huizhi.record.PhotoFile;

/**
 * What is sent and answered, word by word as {@code detection-centre.yaml} states it. Neither name
 * nor ID number is ever sent; the key tells a case from others and nothing else.
 */
public final class Contract {
  /** The longest answer that is read; those of the contract have a few hundred characters. */
  static final int LONGEST_ANSWER = 16_384;

  /** The longest submission that a centre of ours reads. */
  static final int LONGEST_SUBMISSION = 8 << 20;

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{0,60}");

  private Contract() {}

  /** The contract itself, for whoever builds a centre. */
  public static String openApi() {
    try (InputStream file = Contract.class.getResourceAsStream("detection-centre.yaml")) {
      if (file == null) {
        throw new IllegalStateException("the contract is not in this package");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** The submission of a case; empty when its photo is gone. */
  static Optional<String> submission(KeptCase kept, CentreRules rules) {
    return kept.photo().map(photo -> submission(kept, photo, rules));
  }

  private static String submission(KeptCase kept, PhotoFile photo, CentreRules rules) {
    JsonObject provenance = new JsonObject();
    provenance.addProperty("machine", kept.machine());
    provenance.addProperty("shot_at", kept.shotAt().toString());
    provenance.addProperty("consent", kept.consent().map(Consent::textVersion).orElse(""));
    provenance.addProperty("approved_by_staff", kept.decided().isPresent());
    provenance.addProperty("specimen", kept.specimen());
    provenance.add("operations", JsonParser.parseString(kept.operations()));
    JsonObject submission = new JsonObject();
    submission.addProperty("key", kept.id());
    submission.addProperty("spec", kept.spec());
    submission.addProperty("photo", Base64.getEncoder().encodeToString(photo.jpeg()));
    submission.addProperty("photo_sha256", photo.sha256());
    submission.add("findings", JsonParser.parseString(kept.findings()));
    submission.add("provenance", provenance);
    rules.callback().ifPresent(here -> submission.addProperty("callback", here.toString()));
    return JSON.toJson(submission);
  }

  /** A submission as a centre reads it. */
  @SuppressWarnings("ArrayRecordComponent") // looked at once, compared by nobody
  record Submitted(
      String key, String spec, byte[] photo, String sha256, Optional<String> callback) {}

  /** Empty when it does not keep to the contract. */
  static Optional<Submitted> submitted(String key, String text) {
    try {
      JsonObject read = JsonParser.parseString(text).getAsJsonObject();
      byte[] photo = Base64.getDecoder().decode(word(read, "photo").orElse(""));
      String sha256 = PhotoFile.of(photo).sha256();
      boolean whole =
          word(read, "key").equals(Optional.of(key))
              && word(read, "photo_sha256").equals(Optional.of(sha256))
              && photo.length > 0;
      return whole
          ? word(read, "spec")
              .map(spec -> new Submitted(key, spec, photo, sha256, word(read, "callback")))
          : Optional.empty();
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  static String answer(String key, String sha256, Reply reply) {
    JsonObject answer = new JsonObject();
    answer.addProperty("key", key);
    answer.addProperty("photo_sha256", sha256);
    answer.addProperty(
        "state",
        switch (reply) {
          case Reply.Checking _ -> "checking";
          case Reply.Passed _ -> "passed";
          case Reply.Refused _ -> "refused";
          case Reply.Cancelled _ -> "cancelled";
          case Reply.Unknown _, Reply.Failed _ ->
              throw new IllegalArgumentException(reply + " is no answer of a centre");
        });
    if (reply instanceof Reply.Refused refused) {
      answer.addProperty("reason", refused.reason());
      answer.addProperty("remedy", refused.remedy());
    }
    return JSON.toJson(answer);
  }

  /** The key that an answer speaks of. */
  static Optional<String> key(String text) {
    try {
      return word(JsonParser.parseString(text).getAsJsonObject(), "key");
    } catch (JsonParseException | IllegalStateException nonsense) {
      return Optional.empty();
    }
  }

  /** An answer about this photo of this case; whatever else it says is nonsense. */
  static Reply read(String text, String key, String sha256) {
    try {
      JsonObject answer = JsonParser.parseString(text).getAsJsonObject();
      if (!word(answer, "key").equals(Optional.of(key))
          || !word(answer, "photo_sha256").equals(Optional.of(sha256))) {
        return new Reply.Failed(Reply.Failure.NONSENSE);
      }
      return switch (word(answer, "state").orElse("")) {
        case "checking" -> new Reply.Checking();
        case "passed" -> new Reply.Passed();
        case "refused" -> new Reply.Refused(code(answer, "reason"), code(answer, "remedy"));
        case "cancelled" -> new Reply.Cancelled();
        default -> new Reply.Failed(Reply.Failure.NONSENSE);
      };
    } catch (JsonParseException | IllegalStateException nonsense) {
      return new Reply.Failed(Reply.Failure.NONSENSE);
    }
  }

  /** What is no code is not shown to anybody. */
  private static String code(JsonObject of, String name) {
    return word(of, name).filter(text -> CODE.matcher(text).matches()).orElse("");
  }

  private static Optional<String> word(JsonObject of, String name) {
    return Optional.ofNullable(of.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString);
  }
}
