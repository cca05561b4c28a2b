package demarche.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in plain words what the YAML parser did not understand, and how to mend it.
final class YamlComplaint {
  private static final Pattern CANNOT_START =
      Pattern.compile("found character '(.+?)' that cannot start any token.*", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("found unknown escape character (.*?)(\\(\\d+\\))?", Pattern.DOTALL);

  private YamlComplaint() {}

  /// Where the cause is: what was opened and never closed, else where the parser stopped.
  static Place place(FileText file, MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    boolean unclosed =
        problem.contains("stream end") || problem.contains("unexpected end of stream");
    Mark mark =
        (unclosed && e.getContextMark().isPresent() ? e.getContextMark() : e.getProblemMark())
            .orElseThrow();
    return new Place(file.name(), mark.getLine() + 1, mark.getColumn() + 1, 1);
  }

  static String message(FileText file, MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    Matcher cannotStart = CANNOT_START.matcher(problem);
    if (cannotStart.matches()) return cannotStart(cannotStart.group(1));
    Matcher escape = ESCAPE.matcher(problem);
    if (escape.matches()) {
      return "'\\%s' means nothing inside \"...\"; use '...' for text with backslashes"
          .formatted(Spelling.shortened(escape.group(1)));
    }
    if (problem.contains("mapping values are not allowed")) return strayColon(file, e);
    if (context.contains("quoted scalar")) return quoted(problem);
    if (context.contains("flow")) return bracket(context, problem);
    if (context.contains("block scalar")) {
      return "the text block after '|' or '>' is not indented evenly, or the line of the sign goes"
          + " on; begin the text in the next line";
    }
    if (context.contains("anchor") || context.contains("alias")) {
      return "'&' and '*' name and repeat a part and need a name right after them; quote the text"
          + " if they are meant literally";
    }
    if (context.contains("tag") || context.contains("directive")) {
      return "tags ('!') and directives ('%') are not allowed; write 'not' for a negation, and quote"
          + " text that is meant literally";
    }
    return structure(problem);
  }

  private static String cannotStart(String found) {
    if (found.contains("TAB")) return "a tab cannot indent a line; use spaces";
    return "text cannot begin with '%s'; put it in quotes".formatted(found);
  }

  private static String strayColon(FileText file, MarkedYamlEngineException e) {
    Place place = place(file, e);
    String line = place.line() <= file.lines().size() ? file.lines().get(place.line() - 1) : "";
    int before = Math.min(place.column() - 1, line.length());
    boolean second = line.substring(0, before).contains(": ");
    return second
        ? "a second ':' in this line; put text that contains ': ' in quotes"
        : "this key belongs to no map: its line is indented more than the lines before it, or the"
            + " line before it lacks its ':'";
  }

  private static String quoted(String problem) {
    if (problem.contains("end of stream")) return "the quote that opens here is never closed";
    if (problem.contains("hexadecimal")) return "an escape inside \"...\" needs hexadecimal digits";
    return "a quoted text cannot contain '---' or '...' at the start of a line";
  }

  private static String bracket(String context, String problem) {
    String closing = context.contains("sequence") ? "]" : "}";
    String opening = closing.equals("]") ? "[" : "{";
    if (problem.contains("stream end")) {
      return "the bracket '%s' that opens here is never closed".formatted(opening);
    }
    String got = problem.replaceFirst("(?s).* but (got|found) '?", "").replaceFirst("'$", "");
    return "found '%s' inside %s %s, expected ',' or '%s'; put text with signs in quotes"
        .formatted(Spelling.shortened(got), opening, closing, closing);
  }

  private static String structure(String problem) {
    if (problem.contains("sequence entries are not allowed")) {
      return "a list item '- ' cannot stand here; begin it in a line of its own";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a key without its ':'; write 'key: value'";
    }
    String got = problem.replaceFirst("(?s).*found '?", "").replaceFirst("'$", "");
    return switch (got) {
      case "?", "<block mapping start>", "<block sequence start>", "-" ->
          "this line is not indented like the lines that it continues";
      case "]", "}", "," -> "'%s' without its opening bracket".formatted(got);
      case "<scalar>", "<alias>" -> "text after a complete value; put the whole in quotes";
      default -> "not valid YAML here: " + Spelling.shortened(problem);
    };
  }
}
