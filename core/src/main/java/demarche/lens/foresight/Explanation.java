package demarche.lens.foresight;

import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Why a party that looks ahead stays in a state, or goes.
///
/// **Definition.** With *h* moves left a party stays iff none of its moves begins a course whose
/// end it prefers to the state ([Anticipation]). Under NM that must be so for each horizon that
/// recurs: told are the moves at the first of them at which it goes, or, where it stays at all, at
/// the first.
///
/// @param held the notion, and who leads
/// @param horizon of which the moves are told
/// @param outlooks what the party does at each horizon that counts; under NM at each that recurs
/// @param prospects all moves of the party, in ascending order; none where it takes no part
record Explanation(
    Party party,
    int state,
    Held held,
    int horizon,
    List<Outlook> outlooks,
    List<Prospect> prospects) {
  Explanation {
    outlooks = List.copyOf(outlooks);
    prospects = List.copyOf(prospects);
  }

  /// What the party expects at one horizon if it is its turn in the state.
  ///
  /// @param end where things end; the state itself if it stays
  record Outlook(int horizon, int end) {}

  /// A move, and what is expected to follow.
  ///
  /// @param course by whom and to which states things go on, the move itself first
  /// @param better whether the party prefers the end to the state
  record Prospect(List<Step> course, boolean better) {
    Prospect {
      course = List.copyOf(course);
    }

    int to() {
      return course.getFirst().to();
    }

    int end() {
      return course.getLast().to();
    }
  }

  /// @param foresight with all horizons kept that the notion needs
  static Explanation of(Foresight foresight, Held held, Party party, int state) {
    if (!foresight.movers().contains(party)) {
      return new Explanation(party, state, held, 0, List.of(), List.of());
    }
    List<Outlook> outlooks =
        horizons(foresight, held, party)
            .mapToObj(h -> new Outlook(h, foresight.end(party, state, h)))
            .toList();
    int told =
        outlooks.stream()
            .filter(o -> o.end != state)
            .findFirst()
            .orElse(outlooks.getFirst())
            .horizon;
    List<Prospect> prospects = new ArrayList<>();
    for (int q : moves(foresight.space(), party, state)) {
      List<Step> course = foresight.course(party, q, told);
      int end = course.getLast().to();
      prospects.add(new Prospect(course, foresight.space().prefers(party, state, end)));
    }
    return new Explanation(party, state, held, told, outlooks, prospects);
  }

  private static IntStream horizons(Foresight foresight, Held held, Party party) {
    return switch (held.notion()) {
      case Notion.Limited(int horizon) -> IntStream.of(horizon);
      case Notion.Stackelberg() -> IntStream.of(held.leaders().contains(party) ? 2 : 1);
      case Notion.NonMyopic() -> {
        Recurrence r = foresight.recurrence().orElseThrow();
        yield IntStream.rangeClosed(r.firstLook(), r.lastLook());
      }
    };
  }

  private static int[] moves(StateSpace space, Party party, int state) {
    int[] into = new int[space.moves(party).most()];
    return Arrays.copyOf(into, space.moves(party).targets(state, into));
  }

  boolean isStable() {
    return outlooks.stream().allMatch(o -> o.end == state);
  }

  /// The move that the party would make: of those that lead to the best end the first.
  Optional<Prospect> chosen() {
    return outlooks.stream()
        .filter(o -> o.horizon == horizon && o.end != state)
        .findFirst()
        .flatMap(o -> prospects.stream().filter(p -> p.end() == o.end).findFirst());
  }
}
