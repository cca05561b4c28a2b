package demarche.exchange;

import demarche.scenario.ScenarioFile;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A deal domain with its profiles, to be written as a scenario.
///
/// Parties become actors, issues the options of a body in which each of them has a veto. An issue
/// has a lowest level, `open`, besides its values, and constraints let it be left only with all
/// other issues: what stands when all are open is no deal. Numbers that GENIUS counts otherwise
/// have another value in the variant `normalised`.
public record DealDraft(
    String title, String summary, List<String> notes, List<Issue> issues, List<Side> sides)
    implements Imported {
  /// The level at which an issue stands without a deal.
  static final String OPEN = "open";

  private static final int MOST_ENTRIES = ScenarioFile.MOST_ENTRIES - 10_000;

  public DealDraft {
    notes = List.copyOf(notes);
    issues = List.copyOf(issues);
    sides = List.copyOf(sides);
  }

  /// @param levels ids of its values
  /// @param values the same as the file has them
  record Issue(String id, String name, List<String> levels, List<String> values) {
    Issue {
      levels = List.copyOf(levels);
      values = List.copyOf(values);
    }
  }

  /// A party.
  ///
  /// @param weights named numbers, each with the one that it has in the variant `normalised`
  /// @param terms entries of its values
  /// @param without what no deal is worth to it, with the reason
  record Side(
      String id, String name, List<Weight> weights, List<Term> terms, Weight without, String why) {
    Side {
      weights = List.copyOf(weights);
      terms = List.copyOf(terms);
    }
  }

  record Weight(String parameter, String raw, String normalised) {}

  /// One entry of values, as YAML in one line.
  ///
  /// @param entries how many entries of a file it takes
  record Term(String line, int entries) {}

  @Override
  public String yaml() {
    refuseTooLong();
    StringBuilder text = new StringBuilder("demarche: 1\n");
    text.append("title: ").append(Quoted.yaml(title)).append('\n');
    text.append("summary: ").append(Quoted.yaml(summary)).append("\n\n");
    notes.forEach(note -> Draft.comment(text, note));
    text.append("\nparameters:\n");
    for (Side side : sides) {
      for (Weight weight : side.weights) {
        text.append("  %s: %s\n".formatted(weight.parameter, weight.raw));
      }
      text.append(
          "  %s: {value: %s, because: %s}\n"
              .formatted(side.without.parameter, side.without.raw, Quoted.yaml(side.why)));
    }
    text.append("\nactors:\n");
    sides.forEach(side -> actor(text, side));
    body(text);
    constraints(text);
    normalised(text);
    return text.toString();
  }

  private void refuseTooLong() {
    long entries =
        sides.stream().mapToLong(s -> 20 + s.terms.stream().mapToLong(Term::entries).sum()).sum();
    if (entries <= MOST_ENTRIES) return;
    throw new TooLarge(
        "the values",
        "%,d entries".formatted(entries),
        "%,d".formatted(MOST_ENTRIES),
        "fewer profiles or issues need less");
  }

  private void actor(StringBuilder text, Side side) {
    text.append("  ").append(side.id).append(":\n    name: ").append(Quoted.yaml(side.name));
    text.append("\n    options: {}\n    values:\n");
    side.terms.forEach(term -> text.append("      - ").append(term.line).append('\n'));
    text.append(
        "      - {id: no-deal, want: not %s, weight: %s}\n"
            .formatted(issues.getFirst().id, side.without.parameter));
  }

  private void body(StringBuilder text) {
    String members = sides.stream().map(Side::id).collect(Collectors.joining(", "));
    text.append("\n# Each issue is open until all are settled; a deal needs that nobody loses.\n");
    text.append("bodies:\n  table:\n    name: Negotiating table\n");
    text.append("    members: [%s]%n    rule: {yes: 1, veto: [%s]}\n".formatted(members, members));
    text.append("    options:\n");
    for (Issue issue : issues) {
      List<String> differ = new ArrayList<>();
      for (int l = 0; l < issue.levels.size(); l++) {
        if (issue.levels.get(l).equals(issue.values.get(l))) continue;
        differ.add(issue.levels.get(l) + " is " + Quoted.clean(issue.values.get(l)));
      }
      if (!differ.isEmpty()) {
        text.append("      # ").append(String.join("; ", differ)).append('\n');
      }
      text.append("      ").append(issue.id).append(": {name: ").append(Quoted.of(issue.name));
      text.append(", levels: [").append(OPEN).append(", ");
      text.append(String.join(", ", issue.levels)).append("]}\n");
    }
  }

  private void constraints(StringBuilder text) {
    if (issues.size() < 2) return;
    text.append("\nconstraints:\n");
    for (Issue issue : issues.subList(1, issues.size())) {
      text.append(
          "  - {require: %s <-> %s, because: nothing is agreed until all is agreed}\n"
              .formatted(issues.getFirst().id, issue.id));
    }
  }

  private void normalised(StringBuilder text) {
    List<Weight> other =
        sides.stream()
            .flatMap(s -> Stream.concat(s.weights.stream(), Stream.of(s.without)))
            .filter(w -> !w.raw.equals(w.normalised))
            .toList();
    if (other.isEmpty()) return;
    text.append(
        "\n# The values above are raw: weight times evaluation, as NegMAS counts. GENIUS\n");
    text.append("# divides the evaluations of an issue by the greatest one first.\n");
    text.append("variants:\n  normalised:\n    parameters:\n");
    other.forEach(w -> text.append("      %s: %s\n".formatted(w.parameter, w.normalised)));
  }
}
