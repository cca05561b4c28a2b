package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;

/// The groups of two and more that could leave together, to what, and what each member gains.
final class Together {
  private static final int MOST_ROWS = 8;

  private Together() {}

  /// Those of two and more: a single party needs nobody.
  static List<Group> several(Groups groups) {
    return groups.found().stream().filter(g -> g.members().size() > 1).toList();
  }

  /// Nothing where there are none.
  static List<Finding> findings(Prospect prospect) {
    List<Group> groups = several(prospect.paths().groups());
    if (groups.isEmpty()) return List.of();
    return List.of(
        new Finding(
            "groups",
            Prominence.SECTION,
            say(
                "Who gains from {} only by leaving together with others: {}",
                prospect.start(),
                new Slot.Count(groups.size(), "smallest group", "smallest groups")),
            left(groups.size()),
            List.of(table("Joint moves", prospect, groups))));
  }

  static Figure table(String title, Prospect prospect, List<Group> groups) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Group group : groups.subList(0, Math.min(MOST_ROWS, groups.size()))) {
      int more = group.targets().size() - 1;
      Sentence to =
          say(
              "{}",
              prospect.wording().changes(prospect.space(), prospect.paths().start(), group.best()));
      rows.add(
          List.of(
              say("{}", prospect.parties(group.members())),
              more == 0 ? to : to.then(", or {}", new Slot.Count(more, "other", "others")),
              gains(prospect, group)));
    }
    return new Figure.Table(title, List.of("who", "could together", "what each gains"), rows);
  }

  private static List<Sentence> left(int groups) {
    return groups <= MOST_ROWS
        ? List.of()
        : List.of(say("{} are not shown", new Slot.Count(groups - MOST_ROWS, "more", "more")));
  }

  /// What each member gains by the best of the group's joint moves.
  static Sentence gains(Prospect prospect, Group group) {
    Sentence gains = say("");
    for (int m = 0; m < group.members().size(); m++) {
      if (m > 0) gains = gains.then("; ");
      gains =
          gains.then(
              "{} {}",
              prospect.wording().party(group.members().get(m)),
              new Slot.Clause(
                  prospect.gain(group.members().get(m), prospect.paths().start(), group.best())));
    }
    return gains;
  }
}
