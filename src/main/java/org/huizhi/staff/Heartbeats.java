package org.huizhi.staff;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
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
          .registerTypeAdapterFactory(new Optionals())
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

  /** Writes what is absent as null, and reads it as absent. */
  private static final class Optionals implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked") // an adapter of Optional is only asked for where one stands
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != Optional.class
          || !(type.getType() instanceof ParameterizedType generic)) {
        return null;
      }
      TypeAdapter<Object> inner =
          (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(generic.getActualTypeArguments()[0]));
      return (TypeAdapter<T>)
          new TypeAdapter<Optional<Object>>() {
            @Override
            public void write(JsonWriter out, Optional<Object> value) throws IOException {
              if (value.isPresent()) {
                inner.write(out, value.get());
              } else {
                out.nullValue();
              }
            }

            @Override
            public Optional<Object> read(JsonReader in) throws IOException {
              if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
              }
              return Optional.of(inner.read(in));
            }
          };
    }
  }
}
