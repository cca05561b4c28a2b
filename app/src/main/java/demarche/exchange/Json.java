package demarche.exchange;

import demarche.scenario.Place;
import demarche.scenario.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// A JSON file with the place of everything in it.
sealed interface Json {
  int DEEPEST = 20;
  int MOST_VALUES = 1_000_000;

  Place place();

  /// What messages call it.
  String kind();

  record Fields(Map<String, Json> fields, Place place) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  record Items(List<Json> items, Place place) implements Json {
    @Override
    public String kind() {
      return "a list";
    }
  }

  record Text(String text, Place place) implements Json {
    @Override
    public String kind() {
      return "text";
    }
  }

  record Whole(int number, Place place) implements Json {
    @Override
    public String kind() {
      return "the number " + number;
    }
  }

  record Flag(boolean value, Place place) implements Json {
    @Override
    public String kind() {
      return String.valueOf(value);
    }
  }

  /// A number with a fraction, one that is too large, or null.
  record Other(String written, Place place) implements Json {
    @Override
    public String kind() {
      return written;
    }
  }

  /// @throws demarche.scenario.InvalidScenario if the text is no JSON, or too deep or too much of
  ///   it
  static Json read(String file, String text, Problems problems) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(100_000)
            .maxNumberLength(100)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(bounds)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Reading reading = new Reading(file, parser, problems);
      Json json = reading.value();
      if (parser.nextToken() != null) {
        throw problems.fatal(reading.place(), "more follows after the end of the JSON object");
      }
      return json;
    } catch (JacksonIOException e) {
      throw new IllegalStateException("text in memory cannot fail", e);
    } catch (JacksonException e) {
      throw problems.fatal(place(file, e.getLocation(), 1), "%s", Quoted.clean(reason(e)));
    }
  }

  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    String first =
        message.lines().findFirst().orElse("").replaceAll(" \\(for .*| at \\[Source.*", "");
    return "this is no sound JSON: " + first;
  }

  private static Place place(String file, TokenStreamLocation at, int length) {
    return new Place(
        file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), Math.max(0, length));
  }

  /// Reads value by value.
  final class Reading {
    private final String file;
    private final JsonParser parser;
    private final Problems problems;
    private int values;

    Reading(String file, JsonParser parser, Problems problems) {
      this.file = file;
      this.parser = parser;
      this.problems = problems;
    }

    Place place() {
      return Json.place(file, parser.currentTokenLocation(), 1);
    }

    Json value() {
      Place place = place();
      if (++values > MOST_VALUES) {
        throw problems.fatal(place, "more than %,d values, the most that is read", MOST_VALUES);
      }
      JsonToken token = parser.currentToken();
      if (token == null) throw problems.fatal(place, "the file is empty, expected a JSON object");
      return switch (token) {
        case START_OBJECT -> fields(place);
        case START_ARRAY -> items(place);
        case VALUE_STRING -> new Text(parser.getString(), place);
        case VALUE_TRUE -> new Flag(true, place);
        case VALUE_FALSE -> new Flag(false, place);
        case VALUE_NUMBER_INT -> whole(place);
        default -> new Other(parser.getString(), place);
      };
    }

    private Json whole(Place place) {
      String written = parser.getString();
      try {
        return new Whole(Integer.parseInt(written), place);
      } catch (NumberFormatException _) {
        return new Other(Quoted.clean(written), place);
      }
    }

    private Json fields(Place place) {
      Map<String, Json> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, value());
      }
      return new Fields(fields, place);
    }

    private Json items(Place place) {
      List<Json> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value());
      return new Items(items, place);
    }
  }
}
