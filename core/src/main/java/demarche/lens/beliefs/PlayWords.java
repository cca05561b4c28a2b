package demarche.lens.beliefs;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.beliefs.Outlook.Played;
import demarche.lens.beliefs.Play.End;
import demarche.model.Actor;
import demarche.model.Target;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tells where acting on pictures leads, and what putting them right would change.
final class PlayWords {
  private static final int MOST_ENDS = 3;

  private final StateSpace space;
  private final Wording wording;

  PlayWords(StateSpace space) {
    this.space = space;
    this.wording = Wording.of(space);
  }

  Finding ends(Played played) {
    List<List<Sentence>> rows = new ArrayList<>();
    Set<List<Integer>> all = new LinkedHashSet<>();
    played.oneByOne().ends().forEach(end -> all.add(end.states()));
    played.atOnce().forEach(play -> play.ends().forEach(end -> all.add(end.states())));
    played.clear().forEach(play -> play.ends().forEach(end -> all.add(end.states())));
    for (List<Integer> states : all) {
      End end = new End(states, 0);
      rows.add(
          List.of(
              where(end),
              share(List.of(played.oneByOne()), states),
              share(played.atOnce(), states),
              share(played.clear(), states),
              wanted(end)));
    }
    List<Sentence> notes = new ArrayList<>();
    if (played.oneByOne().stumbled() == Hypergame.Stumble.YES) {
      notes.add(say("On the way somebody tries what the world does not allow, and stays"));
    }
    Unwanted.byMisreading(space, played).forEach(target -> notes.add(reached(target, played)));
    return new Finding(
        "ends",
        Prominence.SECTION,
        say(
            "Where it ends when each acts on its own picture, beside where it would if all saw clearly"),
        notes,
        List.of(
            new Figure.Table(
                "Where it ends",
                List.of(
                    "end", "one by one", "at once", "if all saw clearly", "better than now for"),
                rows)));
  }

  private Sentence reached(Target target, Played played) {
    return say(
        "By misreading alone it comes to '{}' ({}), though nobody truly prefers such an end to the status"
            + " quo",
        new Slot.Plain(target.name()),
        percent(played.oneByOne().share(space.where(target.when().meaning())::contains)));
  }

  private static Sentence share(List<Play> followed, List<Integer> states) {
    if (followed.isEmpty()) return say("not followed");
    return followed.getFirst().ends().stream()
        .filter(end -> end.states().equals(states))
        .findFirst()
        .map(end -> say("{}", percent(end.share())))
        .orElse(say("no"));
  }

  private Sentence wanted(End end) {
    int quo = space.statusQuo();
    List<Slot> gaining = new ArrayList<>();
    for (Actor actor : space.model().actors()) {
      if (end.states().stream().anyMatch(s -> space.prefers(actor, quo, s))) {
        gaining.add(wording.party(actor));
      }
    }
    if (!gaining.isEmpty()) return say("{}", new Slot.Several(gaining));
    return Unwanted.is(space, end) ? say("nobody, and worse for some") : say("nobody");
  }

  Finding corrections(Played played) {
    List<Correction> all = new ArrayList<>(played.alone());
    all.addAll(played.channels());
    played.repairs().stream()
        .filter(r -> all.stream().noneMatch(c -> c.corrected().equals(r.corrected())))
        .forEach(all::add);
    List<List<Sentence>> rows = new ArrayList<>();
    for (Correction correction : all) {
      rows.add(
          List.of(
              say("{}", putRight(correction)),
              correction.led().stream()
                  .map(led -> say("{}", endsOf(led.play())))
                  .findFirst()
                  .orElse(say("not followed")),
              correction.led().stream()
                  .map(led -> say("{}", percent(led.unwanted())))
                  .findFirst()
                  .orElse(say("not followed"))));
    }
    return new Finding(
        "corrections",
        Prominence.SECTION,
        say(
            "What a signal or a channel would change; now it ends where nobody wants to be in {}",
            percent(Unwanted.share(space, played.oneByOne()))),
        List.of(),
        List.of(
            new Figure.Table(
                "If a picture were put right",
                List.of("if", "it would end in", "where nobody wants to be"),
                rows)));
  }

  /// Some corrections, one of which would do.
  Slot either(List<Correction> corrections) {
    List<Slot> items = corrections.stream().limit(MOST_ENDS).map(this::putRight).toList();
    Sentence joined = say("{}", items.getFirst());
    for (Slot item : items.subList(1, items.size())) joined = joined.then(", or if {}", item);
    return new Slot.Clause(joined);
  }

  private Slot putRight(Correction correction) {
    return new Slot.Clause(
        say(
            "{}",
            new Slot.Several(
                correction.corrected().stream()
                    .<Slot>map(m -> new Slot.Clause(right(m)))
                    .toList())));
  }

  private Sentence right(Misreading misreading) {
    return switch (misreading) {
      case Misreading.Of(var holder, var other) ->
          say("{} saw {} as it is", wording.party(holder), wording.party(other));
      case Misreading.Blindness(var holder) -> say("{} knew of all options", wording.party(holder));
    };
  }

  /// The likeliest ends of a play.
  Slot endsOf(Play play) {
    List<Slot> ends =
        play.ends().stream()
            .sorted((a, b) -> Double.compare(b.share(), a.share()))
            .limit(MOST_ENDS)
            .<Slot>map(end -> new Slot.Clause(end(end, play)))
            .toList();
    int more = play.ends().size() - ends.size();
    Sentence told = say("{}", new Slot.Several(ends));
    return new Slot.Clause(
        more == 0 ? told : told.then(", and {} more", new Slot.Count(more, "", "")));
  }

  private Sentence end(End end, Play play) {
    Sentence where = where(end);
    return play.ends().size() == 1 ? where : where.then(" ({})", percent(end.share()));
  }

  private Sentence where(End end) {
    Slot first = wording.state(space, end.states().getFirst());
    return end.states().size() == 1
        ? say("{}", first)
        : say(
            "a circle of {} without end, one of them {}",
            new Slot.Count(end.states().size(), "state", "states"),
            first);
  }

  static Slot percent(double share) {
    double hundred = share * 100;
    boolean whole = Math.abs(hundred - Math.rint(hundred)) < 5e-5;
    String number = whole ? "%.0f".formatted(hundred) : "%.1f".formatted(hundred);
    return new Slot.Amount(number, "%");
  }
}
