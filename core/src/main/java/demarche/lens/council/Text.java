package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Option;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A text that has a name: a proposal, or clauses that somebody asks about.
///
/// @param id for programs
/// @param state to which it leads; -1 where that is not feasible
public record Text(String id, String name, int state) {
  private static final int FEW = 3;

  /// The proposals that ask something of a body; where there are none, all texts if they are few.
  static List<Text> of(Council council) {
    List<Text> proposals = proposals(council.space(), council.body(), council.from());
    if (!proposals.isEmpty() || council.texts().length > FEW) return proposals;
    return Arrays.stream(council.texts()).mapToObj(state -> clauses(council, state)).toList();
  }

  /// A text without a name, told by what it changes.
  private static Text clauses(Council council, int state) {
    StateSpace space = council.space();
    String name =
        council.body().options().stream()
            .filter(o -> space.level(state, o) != space.level(council.from(), o))
            .map(o -> name(o, space.level(state, o)))
            .collect(Collectors.joining(", "));
    return new Text(space.code(state), name, state);
  }

  private static String name(Option option, int level) {
    return switch (option.levels().get(level)) {
      case "yes" -> option.name();
      case "no" -> "No " + option.name();
      default -> option.name() + ": " + option.levels().get(level);
    };
  }

  /// Whether an option of the body stands otherwise than in the state from which the text leads
  /// away.
  public boolean asks(StateSpace space, Body body, int from) {
    return state >= 0 && changes(body, space.levels(from), space.levels(state));
  }

  /// The proposals that ask something of a body: an option of it stands otherwise at their end than
  /// in the state from which they lead away. In file order.
  private static List<Text> proposals(StateSpace space, Body body, int from) {
    return space.model().proposals().stream()
        .filter(p -> changes(body, space.levels(from), p.end()))
        .map(p -> of(space, p))
        .toList();
  }

  private static boolean changes(Body body, int[] before, int[] after) {
    return body.options().stream().anyMatch(o -> before[o.index()] != after[o.index()]);
  }

  /// A proposal as a text: the whole state where it leads in the end, events held as in the status
  /// quo.
  public static Text of(StateSpace space, Proposal proposal) {
    int[] levels = proposal.end().clone();
    int[] statusQuo = space.model().statusQuo();
    for (Option event : space.model().events()) levels[event.index()] = statusQuo[event.index()];
    return new Text(proposal.id(), proposal.name(), space.state(levels));
  }
}
