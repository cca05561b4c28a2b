package demarche.exchange;

import demarche.scenario.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A domain or a profile of GENIUS, as far as both are the same.
///
/// @param space the element `utility_space`
/// @param objective the one that holds the issues
record GeniusSpace(String file, Xml root, Xml space, Xml objective, List<GeniusIssue> issues) {
  private static final int MOST_ISSUES = 200;

  GeniusSpace {
    issues = List.copyOf(issues);
  }

  static GeniusSpace of(String file, Xml root, Problems problems) {
    Xml space = root.name().equals("utility_space") ? root : child(root, "utility_space", problems);
    Xml objective = child(space, "objective", problems);
    objective
        .all("objective")
        .findFirst()
        .ifPresent(o -> problems.error(o.place(), "objectives inside objectives are not read"));
    List<GeniusIssue> issues = new ArrayList<>();
    Set<String> indices = new HashSet<>();
    for (Xml issue : objective.all("issue").toList()) {
      GeniusIssue read = GeniusIssue.of(issue, issues.size() + 1, problems);
      if (!indices.add(read.index())) {
        problems.error(issue.place(), "two issues have index %s", Quoted.clean(read.index()));
      }
      issues.add(read);
    }
    if (issues.isEmpty()) throw problems.fatal(objective.place(), "there is no issue");
    if (issues.size() > MOST_ISSUES) {
      throw problems.fatal(
          objective.place(), "%d issues, the most is %d", issues.size(), MOST_ISSUES);
    }
    return new GeniusSpace(file, root, space, objective, issues);
  }

  private static Xml child(Xml of, String name, Problems problems) {
    return of.all(name)
        .findFirst()
        .orElseThrow(() ->
            problems.fatal(
                of.place(),
                "<%s> holds no <%s>; expected a domain or a profile of GENIUS",
                Quoted.clean(of.name()),
                name));
  }

  /// Whether it says what values are worth.
  boolean isProfile() {
    return root.name().equals("utility_space");
  }

  boolean isNonlinear() {
    return objective.all("utility").findAny().isPresent();
  }

  /// Elements that stand beside the objective, or in it.
  Stream<Xml> beside(String name) {
    return Stream.concat(space.all(name), objective.all(name));
  }
}
