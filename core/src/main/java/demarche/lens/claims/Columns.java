package demarche.lens.claims;

import demarche.model.Body;
import demarche.model.Model;
import demarche.scenario.Check;
import demarche.scenario.TraceEntry;
import demarche.scenario.TraceEntry.MemberVote;
import java.util.List;
import java.util.stream.Stream;

/// The columns of the trace, and what may stand in each.
record Columns(Checker checker, Model model) {
  private static final String VOTES = "votes.";

  /// Whether the trace has the column and the column may have the value; false after a complaint.
  boolean has(Check.Name column, Check value, String text) {
    String name = column.text();
    return switch (name) {
      case "date", "resolution" -> true;
      case "by" -> isKnown("actor or body", value, text, new Known(model).parties());
      case "variant" -> isKnown("variant", value, text, new Known(model).variants());
      default -> {
        String member = name.startsWith(VOTES) ? name.substring(VOTES.length()) : "";
        if (member.isEmpty()) {
          yield refuse(
              column,
              Checker.unknown(
                  "column", name, List.of("date", "by", "variant", "resolution", "votes.MEMBER")));
        }
        yield isMember(column, member) && isKnown("vote", value, text, MemberVote.CHOICES);
      }
    };
  }

  private boolean isMember(Check.Name column, String member) {
    List<String> seats =
        model.bodies().stream().flatMap(b -> b.seats().stream()).map(Body.Seat::id).toList();
    List<String> voted =
        model.scenario().trace().stream()
            .map(TraceEntry::votes)
            .flatMap(List::stream)
            .map(v -> v.member().text())
            .toList();
    List<String> known = Stream.concat(seats.stream(), voted.stream()).distinct().toList();
    if (known.contains(member)) return true;
    if (checker.broken().covers(member)) return false;
    return refuse(column, Checker.unknown("member", member, known));
  }

  private boolean isKnown(String what, Check value, String text, List<String> known) {
    if (known.contains(text)) return true;
    if (checker.broken().covers(text)) return false;
    return refuse(value, Checker.unknown(what, text, known));
  }

  private boolean refuse(Check written, String message) {
    checker.problems().error(written.place(), "%s", message);
    return false;
  }
}
