package demarche.lens.beliefs;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.beliefs.Outlook.Eyes;
import demarche.lens.beliefs.Outlook.Played;
import demarche.lens.beliefs.Play.End;
import demarche.model.Actor;
import demarche.model.Proposal;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Tells what each actor sees, where the pictures collide, and what would put them right.
final class BeliefsWords {
  private static final int MOST_ROWS = 12;
  private static final int MOST_ENDS = 3;

  private final StateSpace space;
  private final Wording wording;
  private final Outlook outlook;

  BeliefsWords(Outlook outlook) {
    this.outlook = outlook;
    this.space = outlook.game().real();
    this.wording = Wording.of(space);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(headline());
    findings.add(sideBySide());
    findings.add(eyes());
    for (Played played : outlook.played()) {
      findings.add(ends(played));
      findings.add(corrections(played));
    }
    return findings;
  }

  private Finding headline() {
    return new Finding(
        "beliefs",
        outlook.isOfConsequence() ? Prominence.HEADLINE : Prominence.SECTION,
        misread(),
        outlook.played().isEmpty() ? List.of(endless()) : consequences(),
        List.of());
  }

  private Sentence misread() {
    List<Slot> wrong =
        outlook.eyes().stream()
            .filter(e -> !e.perceived().equals(outlook.real()))
            .<Slot>map(e -> wording.party(e.holder()))
            .toList();
    Slot concept = outlook.game().concept().slot();
    return wrong.isEmpty()
        ? say(
            "Nobody's picture of the others changes what it expects to last under {}: the game that each"
                + " sees has the equilibria that there are",
            concept)
        : say(
            wrong.size() == 1
                ? "{} sees another game than there is: it expects other states to last under {} than do"
                : "{} see other games than there are: each expects other states to last under {} than do",
            new Slot.Several(wrong),
            concept);
  }

  private static Sentence endless() {
    return say(
        "Where acting on these pictures leads was not followed: it comes to more than {}",
        new Slot.Count(Play.MOST_STATES, "state", "states"));
  }

  private List<Sentence> consequences() {
    Played played = outlook.played().getFirst();
    List<Sentence> told = new ArrayList<>();
    if (played.oneByOne().ends().equals(played.clear().ends())) {
      told.add(
          say(
              "When each acts on its own picture, it ends where it would if all saw the others as they"
                  + " are: {}",
              endsOf(played.oneByOne())));
      return told;
    }
    told.add(say("When each acts on its own picture, it ends in {}", endsOf(played.oneByOne())));
    told.add(say("If all saw the others as they are, it would end in {}", endsOf(played.clear())));
    double unwanted = Unwanted.share(space, played.oneByOne());
    if (unwanted > 0) told.add(unwanted(unwanted, played));
    return told;
  }

  private Sentence unwanted(double share, Played played) {
    Sentence told =
        say(
            "In {} of the ways it could go, all drawn evenly, it ends where nobody would rather be than in the"
                + " status quo",
            percent(share));
    if (played.repairs().isEmpty())
      return told.then(", and no correction that was tried prevents it");
    return told.then(
        "; it would not if {}",
        either(played.repairs().stream().limit(MOST_ENDS).map(this::putRight).toList()));
  }

  private static Slot either(List<Slot> items) {
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

  private Slot endsOf(Play play) {
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

  /// A row for each state that somebody expects to last, a column for each who sees.
  private Finding sideBySide() {
    List<String> headers = new ArrayList<>(List.of("state", "as it is"));
    outlook.eyes().forEach(e -> headers.add(e.holder().name()));
    headers.add("all together");
    List<Integer> states = told();
    List<List<Sentence>> rows = states.stream().map(this::row).toList();
    int all = IntStream.range(0, space.size()).map(s -> marks(s) ? 1 : 0).sum();
    List<Sentence> left =
        all > rows.size()
            ? List.of(
                say(
                    "{} of {} are shown: the status quo, proposals, and those on which eyes differ first",
                    new Slot.Count(rows.size(), "", ""),
                    new Slot.Count(all, "such state", "such states")))
            : List.of();
    return new Finding(
        "perceived",
        Prominence.SECTION,
        say(
            "What lasts under {} in the game as it is, in the game that each sees, and when each judges by its"
                + " own picture",
            outlook.game().concept().slot()),
        left,
        List.of(new Figure.Table("Perceived games side by side", headers, rows)));
  }

  private boolean marks(int state) {
    return outlook.real().contains(state)
        || outlook.hypergame().contains(state)
        || outlook.eyes().stream().anyMatch(e -> e.perceived().contains(state));
  }

  private boolean differs(int state) {
    boolean real = outlook.real().contains(state);
    return outlook.hypergame().contains(state) != real
        || outlook.eyes().stream().anyMatch(e -> e.perceived().contains(state) != real);
  }

  private List<Integer> told() {
    Set<Integer> told = new LinkedHashSet<>(List.of(space.statusQuo()));
    space.model().proposals().stream()
        .map(p -> space.state(p.end()))
        .filter(s -> s >= 0 && marks(s))
        .forEach(told::add);
    space.states().filter(this::marks).filter(this::differs).forEach(told::add);
    space.states().filter(this::marks).forEach(told::add);
    return told.stream().limit(MOST_ROWS).toList();
  }

  private List<Sentence> row(int state) {
    List<Sentence> row = new ArrayList<>(List.of(name(state), mark(outlook.real(), state)));
    for (Eyes eyes : outlook.eyes()) {
      boolean hidden = outlook.game().isHidden(eyes.holder(), state);
      row.add(hidden ? say("hidden") : mark(eyes.perceived(), state));
    }
    Sentence together = mark(outlook.hypergame(), state);
    boolean vulnerable = outlook.hypergame().contains(state) && !outlook.isSteady(state);
    row.add(vulnerable ? say("lasts by error") : together);
    return row;
  }

  private static Sentence mark(StateSet set, int state) {
    return set.contains(state) ? say("lasts") : say("no");
  }

  private Sentence name(int state) {
    List<String> names = new ArrayList<>();
    if (state == space.statusQuo()) names.add("the status quo");
    space.model().proposals().stream()
        .filter(p -> space.state(p.end()) == state)
        .map(Proposal::name)
        .forEach(names::add);
    Slot told = wording.state(space, state);
    return names.isEmpty() ? say("{}", told) : say("{}", new Slot.Plain(String.join(", ", names)));
  }

  private Finding eyes() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Eyes eyes : outlook.eyes()) {
      rows.add(
          List.of(
              say("{}", wording.party(eyes.holder())),
              count(without(eyes.perceived(), outlook.real())),
              count(eyes.missing()),
              eyes.foreseen().isEmpty()
                  ? say("not followed")
                  : say("{}", endsOf(eyes.foreseen().getFirst())),
              surprises(eyes)));
    }
    return new Finding(
        "eyes",
        Prominence.SECTION,
        say("What each expects, and what surprises it"),
        List.of(),
        List.of(
            new Figure.Table(
                "What each expects",
                List.of(
                    "who",
                    "expects to last, and does not",
                    "lasts, and it does not see it",
                    "expects it all to end in",
                    "does not see coming"),
                rows)));
  }

  private StateSet without(StateSet set, StateSet other) {
    StateSet left = new StateSet(space.size());
    set.stream().filter(s -> !other.contains(s)).forEach(left::add);
    return left;
  }

  private static Sentence count(StateSet set) {
    return set.isEmpty() ? say("none") : say("{}", new Slot.Count(set.count(), "state", "states"));
  }

  private Sentence surprises(Eyes eyes) {
    if (eyes.surprises().isEmpty()) return say("nothing");
    return say(
        "{}",
        new Slot.Several(
            eyes.surprises().stream()
                .<Slot>map(s ->
                    new Slot.Clause(
                        say(
                            "{} going for {}",
                            wording.party(s.by()),
                            wording.changes(space, s.from(), s.to()))))
                .toList()));
  }

  private Finding ends(Played played) {
    List<List<Sentence>> rows = new ArrayList<>();
    Set<List<Integer>> all = new LinkedHashSet<>();
    played.oneByOne().ends().forEach(end -> all.add(end.states()));
    played.atOnce().ends().forEach(end -> all.add(end.states()));
    played.clear().ends().forEach(end -> all.add(end.states()));
    for (List<Integer> states : all) {
      End end = new End(states, 0);
      rows.add(
          List.of(
              where(end),
              share(played.oneByOne(), states),
              share(played.atOnce(), states),
              share(played.clear(), states),
              wanted(end)));
    }
    List<Sentence> notes = new ArrayList<>();
    if (played.oneByOne().stumbled() == Hypergame.Stumble.YES) {
      notes.add(say("On the way somebody tries what the world does not allow, and stays"));
    }
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

  private static Sentence share(Play play, List<Integer> states) {
    return play.ends().stream()
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

  private Finding corrections(Played played) {
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
              say("{}", endsOf(correction.play())),
              say("{}", percent(correction.unwanted()))));
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
}
