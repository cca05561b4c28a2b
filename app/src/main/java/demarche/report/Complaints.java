package demarche.report;

import demarche.scenario.Problem;
import demarche.scenario.Problem.Severity;
import demarche.scenario.Problems;
import java.util.List;

/// Tells what is wrong with a file: place and remedy, then the line itself with the spot marked.
public final class Complaints {
  private static final int WIDEST_EXCERPT = 92;
  private static final String INDENT = "    ";

  private final String folder;
  private final Style style;

  private Complaints(String folder, Style style) {
    this.folder = folder;
    this.style = style;
  }

  /// @param folder what stands before the file's name on the command line; may be empty
  public static String of(List<Problem> problems, String folder, Style style) {
    Complaints complaints = new Complaints(folder, style);
    StringBuilder text = new StringBuilder();
    problems.forEach(p -> text.append(complaints.of(p)));
    long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
    if (errors > 1) {
      text.append(errors < Problems.MOST ? "" : "the first ").append(errors).append(" problems\n");
    }
    return text.toString();
  }

  private String of(Problem problem) {
    String place = isUsage(problem) ? problem.place().file() : folder + problem.place();
    String line = Tone.HEADING.paint(shown(place), style.colour()) + ": ";
    line +=
        switch (problem.severity()) {
          case ERROR -> "";
          case WARNING -> Tone.WARNING.paint("warning: ", style.colour());
        };
    line += shown(problem.message()) + "\n";
    return problem.excerpt().isBlank() ? line : line + excerpt(problem);
  }

  /// Whether the mistake stands on the command line, not in a file.
  public static boolean isUsage(Problem problem) {
    return problem.place().file().startsWith("--");
  }

  /// The line with its indent taken off, and a window cut out where it is long.
  private String excerpt(Problem problem) {
    int[] line = problem.excerpt().codePoints().toArray();
    int spot = Math.min(problem.place().column() - 1, line.length);
    int from = 0;
    while (from < spot && Character.isWhitespace(line[from])) from++;
    if (spot - from > WIDEST_EXCERPT / 2) from = spot - WIDEST_EXCERPT / 2;
    int to = Math.min(line.length, from + WIDEST_EXCERPT);
    String before = shown(new String(line, from, spot - from));
    String rest = shown(new String(line, spot, to - spot)).stripTrailing();
    int carets = Math.clamp(problem.place().length(), 1, Math.max(1, to - spot));
    String marks = Tone.WRONG.paint("^".repeat(carets), style.colour());
    int blanks = Glyphs.columns(before);
    return INDENT + before + rest + "\n" + INDENT + " ".repeat(blanks) + marks + "\n";
  }

  private String shown(String text) {
    String harmless = Glyphs.harmless(text);
    return switch (style.marks()) {
      case UNICODE -> harmless;
      case ASCII -> Glyphs.ascii(harmless);
    };
  }
}
