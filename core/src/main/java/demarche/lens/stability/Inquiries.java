package demarche.lens.stability;

import demarche.lens.Inquiry;
import demarche.model.Proposal;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

  static List<Inquiry> of(Stability stability) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Concept concept : stability.strictestFirst()) {
      if (stability.notSearched().containsKey(concept)) continue;
      inquiries.add(
          new Inquiry(
              "stability/%s/count".formatted(concept),
              "equilibria under " + concept,
              "count(equilibria(%s))".formatted(concept)));
      named(stability, concept, inquiries);
      few(stability, concept, inquiries);
      for (Target target : stability.space().model().targets()) {
        inquiries.add(
            new Inquiry(
                "stability/%s/target-%s".formatted(concept, target.id()),
                "some equilibrium under %s has %s".formatted(concept, target.id()),
                "count(equilibria(%s, %s)) > 0".formatted(concept, target.when())));
      }
    }
    return inquiries;
  }

  private static void named(Stability stability, Concept concept, List<Inquiry> inquiries) {
    inquiries.add(holds(concept, "status-quo", "status-quo"));
    for (Proposal proposal : stability.space().model().proposals()) {
      if (stability.space().state(proposal.end()) < 0) continue;
      inquiries.add(holds(concept, proposal.id(), proposal.id()));
    }
  }

  private static void few(Stability stability, Concept concept, List<Inquiry> inquiries) {
    if (stability.equilibria(concept).count() > MOST_FOLLOWED) return;
    stability
        .equilibria(concept)
        .forEach(s -> {
          String code = stability.space().code(s);
          inquiries.add(holds(concept, code, '"' + code + '"'));
        });
  }

  private static Inquiry holds(Concept concept, String name, String written) {
    return new Inquiry(
        "stability/%s/%s".formatted(concept, name),
        "%s holds under %s".formatted(name, concept),
        "stable(%s, %s)".formatted(written, concept));
  }
}
