package demarche.lens.knowing;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.knowing.Reading.Extension;
import demarche.lens.knowing.Reading.Unknown;
import demarche.lens.stability.Concept;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;

/// What holds under one rule whatever the orders disagree on, and what only by some way of taking
/// doubt. Extension a is within b and c, and these are within d.
record Unanimity(Knowing knowing, Concept rule) {
  /// Whether all four extensions are there.
  static boolean isWhole(List<Definition> same) {
    return same.stream().filter(d -> d.reading() instanceof Unknown).count()
        == Extension.values().length;
  }

  private StateSet under(Extension extension) {
    return knowing.equilibria(new Definition(rule, new Unknown(extension)));
  }

  Sentence statement() {
    int always = under(Extension.A).count();
    int ever = under(Extension.D).count();
    Slot concept = rule.slot();
    if (ever == 0) return say("No outcome holds under {}, however doubt is taken", concept);
    Sentence statement =
        always == 0
            ? say("No outcome holds under {} whatever the orders disagree on", concept)
            : say(
                "Under {} {} whatever the orders disagree on",
                concept,
                new Slot.Count(always, "outcome holds", "outcomes hold"));
    if (ever == always) return statement.then(always == 0 ? "" : ", and no other does");
    return statement.then(
        "; {} only by some way of taking doubt",
        always == 0
            ? new Slot.Count(ever, "does", "do")
            : new Slot.Count(ever - always, "other does", "others do"));
  }

  List<Sentence> reasons() {
    List<Sentence> reasons = new ArrayList<>();
    int always = under(Extension.A).count();
    if (always > 0 && rule.replies() == Arcs.Kind.MOVES) {
      boolean votes = !knowing.space().model().bodies().isEmpty();
      reasons.add(
          say(
              "Such an outcome holds whichever of each actor's orders is the right one{}",
              new Slot.Plain(votes ? ", the votes of bodies aside" : "")));
    } else if (always > 0) {
      reasons.add(
          say("There the others are taken to answer by gains and by moves that are in doubt"));
    }
    StateSet ignoring = under(Extension.B);
    StateSet fearing = under(Extension.C);
    int either = ignoring.and(fearing).count() - always;
    add(reasons, either, "if nobody leaves on doubt, or if doubt deters: either will do");
    add(reasons, ignoring.count() - always - either, "only if nobody leaves on doubt");
    add(reasons, fearing.count() - always - either, "only if doubt deters");
    int both = under(Extension.D).count() - ignoring.count() - fearing.count() + always + either;
    add(reasons, both, "only if nobody leaves on doubt and doubt deters");
    return reasons;
  }

  private static void add(List<Sentence> reasons, int count, String condition) {
    if (count == 0) return;
    reasons.add(say("{} " + condition, new Slot.Count(count, "outcome holds", "outcomes hold")));
  }
}
