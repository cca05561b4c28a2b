package demarche.model;

import demarche.scenario.BodyEntry;
import demarche.scenario.Twist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Turns the bodies of a scenario into those of a model, with what its variant changes about them.
record Bodies(Roster roster, Options declared, Numbers numbers) {
  List<Body> bodies(Set<String> absent) {
    Set<String> withoutVeto = new HashSet<>();
    Set<String> anyMember = roster.parties();
    roster.scenario().bodies().forEach(b -> b.others().forEach(o -> anyMember.add(o.id().text())));
    withoutVeto.addAll(
        roster.twisted(Twist.WithoutVeto.class, Twist.WithoutVeto::member, anyMember));
    List<Body> bodies = new ArrayList<>();
    for (BodyEntry entry : roster.scenario().bodies()) {
      Seats seats =
          new Seats(
              entry, roster.actorIndex(), roster.bodyIndex(), absent, numbers, roster.problems());
      List<Integer> after =
          entry.after().stream()
              .map(word -> roster.known(word, roster.bodies(), "'after'"))
              .filter(roster.bodyIndex()::containsKey)
              .map(roster.bodyIndex()::get)
              .toList();
      bodies.add(
          new Body(
              roster.actorIndex().size() + bodies.size(),
              entry.id().text(),
              entry.name(),
              declared.of(entry.id().text()),
              seats.seats(withoutVeto),
              seats.majorities(),
              after));
    }
    checkCircles(bodies);
    return bodies;
  }

  /// A body may not vote, by members or `after`, on what depends on its own vote.
  private void checkCircles(List<Body> bodies) {
    Map<Integer, Set<Integer>> needs = new HashMap<>();
    for (Body body : bodies) {
      Set<Integer> direct = new TreeSet<>(body.after());
      for (Body.Seat seat : body.seats()) {
        boolean itself = seat.id().equals(body.id()); // told with its place among the members
        if (!itself && seat.voter() instanceof Body.Ruling(int other)) direct.add(other);
      }
      needs.put(body.index(), direct);
    }
    for (Body body : bodies) {
      Set<Integer> reached = new TreeSet<>(needs.get(body.index()));
      int before;
      do {
        before = reached.size();
        List.copyOf(reached).forEach(b -> reached.addAll(needs.getOrDefault(b, Set.of())));
      } while (reached.size() > before);
      if (reached.contains(body.index())) {
        roster
            .problems()
            .error(
                roster
                    .scenario()
                    .bodies()
                    .get(body.index() - roster.actorIndex().size())
                    .id()
                    .place(),
                "the vote of body '%s' depends on itself, by way of members or 'after'",
                body.id());
      }
    }
  }
}
