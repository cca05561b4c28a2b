package demarche.store;

import demarche.lens.forecast.Ahead;
import demarche.lens.forecast.Saved;
import demarche.store.StoreFailed.Reason;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Kept forecasts as JSON. Numbers are written so that reading gives the very same ones.
final class KeptFile {
  private static final String KIND = "demarche-forecast";
  private static final long FORMAT = 1;

  /// Something that the file lacks, or has of another kind.
  private static final class Unsound extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsound(String what) {
      super(what, null, false, false);
    }
  }

  private KeptFile() {}

  static String text(KeptForecast kept) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      out.writeStringProperty("kind", KIND);
      out.writeNumberProperty("format", FORMAT);
      out.writeStringProperty("version", kept.version());
      out.writeStringProperty("sha256", kept.sha256());
      out.writeStringProperty("variant", kept.variant());
      out.writeName("settings");
      out.writeStartObject();
      kept.settings().forEach(out::writeStringProperty);
      out.writeEndObject();
      out.writeStringProperty("at", kept.at().text());
      out.writeNumberProperty("years", kept.saved().years());
      list(out, "targets", kept.saved().targets(), out::writeString);
      switch (kept.saved()) {
        case Saved.OfStates states -> states(out, states);
        case Saved.OfCourses courses -> courses(out, courses);
      }
      out.writeEndObject();
    }
    return text + "\n";
  }

  private static void states(JsonGenerator out, Saved.OfStates states) {
    out.writeStringProperty("method", "exact");
    out.writeName("free");
    distribution(out, states.free());
    list(out, "come", states.come(), out::writeNumber);
    list(out, "left", states.left(), left -> distribution(out, left));
  }

  private static void distribution(JsonGenerator out, Map<String, Double> states) {
    out.writeStartObject();
    states.forEach(out::writeNumberProperty);
    out.writeEndObject();
  }

  private static void courses(JsonGenerator out, Saved.OfCourses courses) {
    out.writeStringProperty("method", "sampled");
    out.writeNumberProperty("seed", courses.seed());
    list(out, "causes", courses.causes(), out::writeString);
    list(
        out,
        "courses",
        courses.courses(),
        course -> {
          out.writeRaw('\n');
          out.writeStartObject();
          out.writeStringProperty("state", course.state());
          list(out, "next", course.next(), out::writeNumber);
          list(out, "taken", course.taken(), out::writeNumber);
          list(out, "first", course.first(), year -> time(out, year));
          out.writeEndObject();
        });
  }

  /// What never came has no time.
  private static void time(JsonGenerator out, double year) {
    if (Double.isFinite(year)) out.writeNumber(year);
    else out.writeNull();
  }

  private static <T> void list(
      JsonGenerator out, String name, List<T> items, Consumer<? super T> write) {
    out.writeName(name);
    out.writeStartArray();
    items.forEach(write);
    out.writeEndArray();
  }

  static KeptForecast read(String name, String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return kept(fields(value(parser)));
    } catch (JacksonException e) {
      throw new StoreFailed(
          Reason.FOREIGN, name + " is no forecast that was kept: it is no sound JSON", e);
    } catch (Unsound e) {
      throw new StoreFailed(
          Reason.FOREIGN, "%s is no forecast that was kept: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static KeptForecast kept(Map<String, Object> file) {
    if (!KIND.equals(file.get("kind"))) throw new Unsound("it does not say that it is one");
    if (!Long.valueOf(FORMAT).equals(file.get("format"))) {
      throw new Unsound("this version reads format " + FORMAT);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    fields(part(file, "settings")).forEach((key, value) -> settings.put(key, word(value)));
    double years = number(part(file, "years"));
    if (!(years >= 0)) throw new Unsound("'years' is " + years);
    List<String> targets = list(part(file, "targets"), KeptFile::word);
    return new KeptForecast(
        word(part(file, "sha256")),
        word(part(file, "variant")),
        settings,
        word(part(file, "version")),
        new Ahead(word(part(file, "at")), years),
        saved(file, years, targets));
  }

  private static Saved saved(Map<String, Object> file, double years, List<String> targets) {
    return switch (word(part(file, "method"))) {
      case "exact" ->
          new Saved.OfStates(
              years,
              targets,
              distribution(part(file, "free")),
              list(part(file, "come"), KeptFile::number),
              list(part(file, "left"), KeptFile::distribution));
      case "sampled" ->
          new Saved.OfCourses(
              years,
              targets,
              whole(part(file, "seed")),
              list(part(file, "causes"), KeptFile::word),
              list(part(file, "courses"), KeptFile::course));
      default -> throw new Unsound("'method' is neither exact nor sampled");
    };
  }

  private static Saved.OfCourse course(Object item) {
    Map<String, Object> course = fields(item);
    return new Saved.OfCourse(
        word(part(course, "state")),
        list(part(course, "next"), KeptFile::number),
        list(part(course, "taken"), KeptFile::whole),
        list(part(course, "first"), v -> v == NONE ? Double.POSITIVE_INFINITY : number(v)));
  }

  private static Map<String, Double> distribution(Object item) {
    Map<String, Double> states = new LinkedHashMap<>();
    fields(item).forEach((state, probability) -> states.put(state, number(probability)));
    return states;
  }

  /// Stands for null.
  private static final Object NONE = new Object();

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          fields.put(key, value(parser));
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
        yield items;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> NONE;
      case null, default -> throw new Unsound("it has something that has no place in it");
    };
  }

  private static Object part(Map<String, Object> fields, String key) {
    Object part = fields.get(key);
    if (part == null) throw new Unsound("'%s' is missing".formatted(key));
    return part;
  }

  @SuppressWarnings("unchecked") // made by `value` alone
  private static Map<String, Object> fields(Object value) {
    if (value instanceof Map<?, ?>) return (Map<String, Object>) value;
    throw new Unsound("expected an object");
  }

  private static <T> List<T> list(Object value, Function<Object, T> item) {
    if (value instanceof List<?> items) return items.stream().<T>map(item).toList();
    throw new Unsound("expected a list");
  }

  private static String word(Object value) {
    if (value instanceof String text) return text;
    throw new Unsound("expected text");
  }

  private static long whole(Object value) {
    if (value instanceof Long number) return number;
    throw new Unsound("expected a whole number");
  }

  private static double number(Object value) {
    return switch (value) {
      case Double number -> number;
      case Long number -> number;
      default -> throw new Unsound("expected a number");
    };
  }
}
