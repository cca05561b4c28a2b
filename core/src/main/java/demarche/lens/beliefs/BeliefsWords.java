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
  private static final int MOST_SURPRISES = 6;

  private final StateSpace space;
  private final Wording wording;
  private final Outlook outlook;
  private final PlayWords play;

  BeliefsWords(Outlook outlook) {
    this.outlook = outlook;
    this.space = outlook.game().real();
    this.wording = Wording.of(space);
    this.play = new PlayWords(space);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(headline());
    findings.add(sideBySide());
    findings.add(eyes());
    for (Played played : outlook.played()) {
      findings.add(play.ends(played));
      findings.add(play.corrections(played));
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
    Slot ends = play.endsOf(played.oneByOne());
    for (Play clear : played.clear()) {
      if (!played.isAstray()) {
        told.add(
            say(
                "When each acts on its own picture, it ends where it would if all saw the others as they"
                    + " are: {}",
                ends));
        return told;
      }
      told.add(say("When each acts on its own picture, it ends in {}", ends));
      told.add(say("If all saw the others as they are, it would end in {}", play.endsOf(clear)));
    }
    if (played.clear().isEmpty()) {
      told.add(
          say(
              "When each acts on its own picture, it ends in {}; where it would if all saw the others as they"
                  + " are was not followed",
              ends));
    }
    double unwanted = Unwanted.share(space, played.oneByOne());
    if (unwanted > 0) told.add(unwanted(unwanted, played));
    return told;
  }

  private Sentence unwanted(double share, Played played) {
    Sentence told =
        say(
            "In {} of the ways it could go, all drawn evenly, it ends where nobody would rather be than in the"
                + " status quo",
            PlayWords.percent(share));
    if (played.repairs().isEmpty())
      return told.then(", and no correction that was tried prevents it");
    return told.then("; it would not if {}", play.either(played.repairs()));
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
                  : say("{}", play.endsOf(eyes.foreseen().getFirst())),
              surprises(eyes)));
    }
    return new Finding(
        "eyes",
        Prominence.SECTION,
        say("What each expects, and what surprises it"),
        outlook.eyes().stream()
            .filter(eyes -> !eyes.exposed().isEmpty())
            .map(this::exposed)
            .toList(),
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

  private Sentence exposed(Eyes eyes) {
    return say(
        "From {} of {} that {} expects to last, another would truly gain by a move that it does not see"
            + " coming",
        new Slot.Count(eyes.exposed().count(), "", ""),
        new Slot.Count(eyes.perceived().count(), "state", "states"),
        wording.party(eyes.holder()));
  }

  private Sentence surprises(Eyes eyes) {
    if (eyes.surprises().isEmpty()) return say("nothing");
    int more = eyes.surprises().size() - MOST_SURPRISES;
    List<Slot> told =
        eyes.surprises().stream().limit(MOST_SURPRISES).<Slot>map(this::surprise).toList();
    Sentence all = say("{}", new Slot.Several(told));
    return more <= 0 ? all : all.then(", and {} more", new Slot.Count(more, "", ""));
  }

  private Slot surprise(Surprise surprise) {
    Sentence told =
        say(
            "{} going for {}",
            wording.party(surprise.by()),
            wording.changes(space, surprise.from(), surprise.to()));
    return new Slot.Clause(
        surprise.from() == space.statusQuo()
            ? told
            : told.then(" from {}", wording.state(space, surprise.from())));
  }
}
