package demarche.exchange;

import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A JSON file with the place of everything in it.
sealed interface Json {
  int DEEPEST = 20;
  int MOST_VALUES = 1_000_000;

  /// What the parser says of its limits: "Name length (60000) exceeds the maximum allowed (50000".
  Pattern LIMIT =
      Pattern.compile(
          "(?<what>[^(]+) \\((?<size>\\d+)\\) exceeds the maximum allowed \\((?<limit>\\d+)");

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

  /// @throws demarche.scenario.InvalidScenario if the text is no JSON
  /// @throws TooLarge if it is too deep or too much of it
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
      Reading reading = new Reading(file, parser, problems);
      try {
        return reading.whole();
      } catch (StreamConstraintsException e) {
        throw tooLarge(reading.farthest(), e);
      } catch (JacksonException e) {
        Place place =
            e.getLocation() == null ? reading.farthest() : place(file, e.getLocation(), 1);
        throw problems.fatal(place, "%s", Quoted.clean(reason(e)));
      }
    } catch (JacksonIOException e) {
      throw new IllegalStateException("text in memory cannot fail", e);
    }
  }

  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    String first =
        message
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll(" \\((for|start marker) .*| at \\[Source.*", "");
    return "this is no sound JSON: " + first;
  }

  /// Of the parser's own limits, whose exceptions have no place.
  private static TooLarge tooLarge(Place place, StreamConstraintsException e) {
    String message = String.valueOf(e.getOriginalMessage());
    Matcher found = LIMIT.matcher(message);
    if (!found.lookingAt()) {
      return new TooLarge(place.toString(), message, "lower", "a shorter file may do");
    }
    return new TooLarge(
        place.toString(),
        found.group("what").toLowerCase(Locale.ROOT) + " " + found.group("size"),
        found.group("limit"),
        "no .gmcr program writes more");
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

    /// Where the token begins that is read at present.
    private Place place() {
      return Json.place(file, parser.currentTokenLocation(), 1);
    }

    /// How far the text is read.
    Place farthest() {
      return Json.place(file, parser.currentLocation(), 1);
    }

    /// The one value that the text holds.
    Json whole() {
      parser.nextToken();
      Json json = value();
      if (parser.nextToken() != null) {
        throw problems.fatal(place(), "more follows after the end of the JSON object");
      }
      return json;
    }

    private Json value() {
      Place place = place();
      if (++values > MOST_VALUES) {
        throw new TooLarge(
            place.toString(),
            "more values",
            "%,d".formatted(MOST_VALUES),
            "conditions need fewer than rankings");
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
