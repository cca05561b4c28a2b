package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the actors of a scenario into those of a model, with what its variant changes about them.
record Actors(Roster roster, Options declared, Wishes wishes) {
  List<Actor> actors() {
    Set<String> stated = roster.twisted(Twist.Stated.class, Twist.Stated::actor, roster.actors());
    List<Actor> actors = new ArrayList<>();
    for (ActorEntry entry : roster.scenario().actors()) {
      String id = entry.id().text();
      String whose = "'" + id + "'";
      Wishes.Face face = stated.contains(id) ? Wishes.Face.STATED : Wishes.Face.EFFECTIVE;
      Preference effective =
          wishes.preference(entry.redLines(), entry.preference(), whose, Wishes.Face.EFFECTIVE);
      Preference professed =
          wishes.preference(entry.redLines(), entry.preference(), whose, Wishes.Face.STATED);
      if (!entry.partOf().isEmpty()) roster.known(entry.partOf(), roster.actors(), "'part-of'");
      actors.add(
          new Actor(
              actors.size(),
              id,
              entry.name(),
              entry.kind(),
              entry.partOf().text(),
              declared.of(id),
              face == Wishes.Face.STATED ? professed : effective,
              professed,
              wishes.alternatives(entry, whose, face),
              entry.evidence()));
    }
    checkParts();
    return exchanged(actors);
  }

  /// What an actor belongs to may not belong to it.
  private void checkParts() {
    Map<String, Word> wholes = new HashMap<>();
    for (ActorEntry actor : roster.scenario().actors()) {
      if (!actor.partOf().isEmpty()) wholes.put(actor.id().text(), actor.partOf());
    }
    for (ActorEntry actor : roster.scenario().actors()) {
      String id = actor.id().text();
      Set<String> passed = new HashSet<>();
      Word whole = wholes.get(id);
      while (whole != null && !whole.text().equals(id) && passed.add(whole.text())) {
        whole = wholes.get(whole.text());
      }
      if (whole != null && whole.text().equals(id)) {
        roster
            .problems()
            .error(
                actor.partOf().place(),
                "'%s' belongs to itself by way of 'part-of'; one of the circle must stand alone",
                id);
      }
    }
  }

  /// Applies `copies`, then `indifferent`.
  private List<Actor> exchanged(List<Actor> actors) {
    List<Actor> after = new ArrayList<>(actors);
    for (Twist twist : roster.scenario().twists()) {
      if (twist instanceof Twist.Copies(var actor, var model)) {
        roster.known(actor, roster.actors(), "'copies'");
        roster.known(model, roster.actors(), "'copies'");
        if (!roster.actorIndex().containsKey(actor.text())
            || !roster.actorIndex().containsKey(model.text())) continue;
        int i = roster.actorIndex().get(actor.text());
        Actor copied = actors.get(roster.actorIndex().get(model.text()));
        after.set(i, after.get(i).with(copied.preference(), copied.alternatives()));
      }
    }
    Set<String> indifferent =
        roster.twisted(Twist.Indifferent.class, Twist.Indifferent::actor, roster.actors());
    after.replaceAll(
        a -> indifferent.contains(a.id()) ? a.with(Preference.INDIFFERENT, List.of()) : a);
    return after;
  }
}
