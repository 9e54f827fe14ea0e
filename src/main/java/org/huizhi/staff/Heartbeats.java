package org.huizhi.staff;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huizhi.storage.Database;
import org.jspecify.annotations.Nullable;

/** How each machine of the hall said last that it is. Any thread. */
public final class Heartbeats {
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(
              Instant.class,
              (JsonSerializer<Instant>)
                  (instant, type, context) -> new JsonPrimitive(instant.toEpochMilli()))
          .registerTypeAdapter(
              Instant.class,
              (JsonDeserializer<Instant>)
                  (json, type, context) -> Instant.ofEpochMilli(json.getAsLong()))
          .registerTypeAdapter(
              Optional.class,
              (JsonSerializer<Optional<?>>)
                  (optional, type, context) -> context.serialize(optional.orElse(null)))
          .registerTypeAdapter(
              Optional.class,
              (JsonDeserializer<Optional<?>>)
                  (json, type, context) ->
                      Optional.ofNullable(
                          context.deserialize(
                              json, ((ParameterizedType) type).getActualTypeArguments()[0])))
          .serializeNulls()
          .create();

  private final Database hall;

  public Heartbeats(Database hall) {
    this.hall = hall;
  }

  public void beat(Health health) {
    hall.write(
        "Saying how this machine is",
        handle ->
            handle.execute(
                "insert into machine_health (machine, heard_at, health) values (?, ?, ?)"
                    + " on conflict (machine) do update set heard_at = excluded.heard_at,"
                    + " health = excluded.health",
                health.machine(),
                health.at().toEpochMilli(),
                GSON.toJson(health)));
  }

  /** Every machine that ever said how it is, by its name. */
  public List<Health> all() {
    return hall.read(
        "Reading how the machines are",
        handle ->
            handle
                .createQuery("select health from machine_health order by machine")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(json -> read(json).stream())
                .toList());
  }

  private static Optional<Health> read(String json) {
    @Nullable Health read = GSON.fromJson(json, new TypeToken<Health>() {}.getType());
    return Optional.ofNullable(read);
  }
}
