package demarche.lens.stability;

import demarche.lens.Inquiry;
import demarche.model.Proposal;
import demarche.model.Target;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked of stability in every draw: whether states that the file names hold, whether those
/// that hold in the base analysis do where they are few, and whether some state with each target
/// does.
final class Inquiries {
  /// With more equilibria than these, none is followed by its code.
  private static final int MOST_FOLLOWED = 6;

  private Inquiries() {}

  /// The concepts that are followed: all asked for, but simultaneous moves only where asked alone,
  /// for they take long.
  static Set<Concept> usual(Set<Concept> asked) {
    Set<Concept> usual = EnumSet.copyOf(asked);
    if (usual.size() > 1) usual.remove(Concept.SIM);
    return usual;
  }

  /// Something that is followed under a concept.
  record Followed(Concept concept, About about, Inquiry inquiry) {}

  /// What is followed.
  sealed interface About {}

  /// How many equilibria there are.
  record Count() implements About {}

  /// Whether a state is one.
  record Holds(int state) implements About {}

  /// Whether one of some states is.
  record Some(StateSet states) implements About {}

  static List<Followed> of(Stability stability) {
    StateSpace space = stability.space();
    Map<Target, StateSet> targets = new LinkedHashMap<>();
    for (Target target : space.model().targets()) {
      targets.put(target, space.where(target.when().meaning()));
    }
    List<Followed> followed = new ArrayList<>();
    for (Concept concept : stability.strictestFirst()) {
      if (stability.notSearched().containsKey(concept)) continue;
      followed.add(
          new Followed(
              concept,
              new Count(),
              new Inquiry(
                  "stability/%s/count".formatted(concept),
                  "equilibria under " + concept,
                  "count(equilibria(%s))".formatted(concept))));
      named(space, concept, followed);
      few(stability, concept, followed);
      targets.forEach((target, states) -> followed.add(some(concept, target, states)));
    }
    return followed;
  }

  private static Followed some(Concept concept, Target target, StateSet states) {
    return new Followed(
        concept,
        new Some(states),
        new Inquiry(
            "stability/%s/target-%s".formatted(concept, target.id()),
            "some equilibrium under %s has %s".formatted(concept, target.id()),
            "count(equilibria(%s, %s)) > 0".formatted(concept, target.when())));
  }

  private static void named(StateSpace space, Concept concept, List<Followed> followed) {
    followed.add(holds(concept, space.statusQuo(), "status-quo", "status-quo"));
    for (Proposal proposal : space.model().proposals()) {
      int end = space.state(proposal.end());
      if (end >= 0) followed.add(holds(concept, end, proposal.id(), proposal.id()));
    }
  }

  private static void few(Stability stability, Concept concept, List<Followed> followed) {
    if (stability.equilibria(concept).count() > MOST_FOLLOWED) return;
    StateSpace space = stability.space();
    Set<Integer> named = new HashSet<>(List.of(space.statusQuo()));
    space.model().proposals().forEach(p -> named.add(space.state(p.end())));
    stability
        .equilibria(concept)
        .forEach(s -> {
          if (named.contains(s)) return;
          String code = space.code(s);
          followed.add(holds(concept, s, code, '"' + code + '"'));
        });
  }

  private static Followed holds(Concept concept, int state, String name, String written) {
    return new Followed(
        concept,
        new Holds(state),
        new Inquiry(
            "stability/%s/%s".formatted(concept, name),
            "%s holds under %s".formatted(name, concept),
            "stable(%s, %s)".formatted(written, concept)));
  }
}
