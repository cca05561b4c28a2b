package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Body;
import demarche.model.Option;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells what one body does with texts.
final class CouncilWords {
  private static final int MOST_NAMED = 3;
  private static final int MOST_TOLD = 2;

  private final Sitting sitting;
  private final Council council;
  private final StateSpace space;
  private final Members members;
  private final Outcomes outcomes;
  private final int rows;

  /// @param rows how many texts a table shows
  CouncilWords(Sitting sitting, int rows) {
    this.sitting = sitting;
    this.council = sitting.council();
    this.space = council.space();
    this.members = new Members(space);
    this.outcomes = new Outcomes(members);
    this.rows = rows;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(headline());
    findings.addAll(drafts().findings());
    findings.addAll(new VetoWords(sitting, this).findings());
    sitting.divisions().forEach((text, division) -> findings.add(votes(text.name(), division)));
    if (!council.passing().isEmpty()) findings.add(passing());
    return findings;
  }

  String id(String part) {
    return part.isEmpty() ? body().id() : body().id() + "-" + part;
  }

  Body body() {
    return sitting.body();
  }

  Members members() {
    return members;
  }

  DraftWords drafts() {
    return new DraftWords(sitting, this);
  }

  String label(Option option) {
    return space.model().label(option);
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /// A text by what it changes.
  Slot text(int state) {
    return state == council.from()
        ? new Slot.Plain("no text")
        : Wording.of(space).changes(space, council.from(), state);
  }

  private Finding headline() {
    List<Sentence> reasons = new ArrayList<>();
    reasons.addAll(proposals());
    reasons.addAll(drafts().inShort());
    List<Figure.Poll> polls = polls();
    return new Finding(
        id(""),
        Prominence.HEADLINE,
        statement(),
        reasons,
        polls.isEmpty()
            ? List.of()
            : List.of(new Figure.Votes("The vote in " + body().name(), polls)));
  }

  private Sentence statement() {
    Slot who = members.of(body());
    int all = council.texts().length;
    if (all == 0) {
      return say(
          body().options().isEmpty()
              ? "{} decides nothing of its own"
              : "{} can change nothing that it decides from here",
          who);
    }
    List<Integer> passing = council.passing().stream().boxed().toList();
    if (all == 1) {
      Slot only = text(council.texts()[0]);
      return passing.isEmpty()
          ? say("{} would not pass the only text that could be tabled: {}", who, only)
          : say("{} would pass the only text that could be tabled: {}", who, only);
    }
    Slot texts = new Slot.Count(all, "text", "texts");
    if (passing.isEmpty()) {
      return say("Of {} that could be tabled, {} would pass none", texts, who);
    }
    Sentence some =
        say(
            "Of {} that could be tabled, {} would pass {}",
            texts,
            who,
            new Slot.Count(passing.size(), "", ""));
    return passing.size() > MOST_NAMED ? some : some.then(": {}", several(passing));
  }

  private Slot several(List<Integer> states) {
    return new Slot.Several(states.stream().map(this::text).toList());
  }

  /// What becomes of the texts that have a name.
  private List<Sentence> proposals() {
    List<Sentence> told = new ArrayList<>();
    for (Text text : sitting.infeasible()) {
      told.add(say("{} is not feasible, so nobody votes on it", new Slot.Quoted(text.name())));
    }
    Map<Text, Division> divisions = sitting.divisions();
    if (divisions.size() == 1) {
      divisions.forEach((text, division) -> told.add(told(text, division)));
      return told;
    }
    if (divisions.isEmpty()) return told;
    List<Slot> passing = new ArrayList<>();
    divisions.forEach((text, division) -> {
      if (division.passes()) passing.add(new Slot.Quoted(text.name()));
    });
    Slot all = new Slot.Count(divisions.size(), "proposal", "proposals");
    told.add(
        passing.isEmpty()
            ? say("Of {} that need it, it would pass none", all)
            : say(
                "Of {} that need it, it would pass {}: {}",
                all,
                new Slot.Count(passing.size(), "", ""),
                new Slot.Several(passing)));
    divisions.entrySet().stream()
        .filter(e -> !e.getValue().passes())
        .limit(MOST_TOLD)
        .forEach(e -> told.add(told(e.getKey(), e.getValue())));
    return told;
  }

  private Sentence told(Text text, Division division) {
    return say("{}: ", new Slot.Quoted(text.name())).then(outcomes.of(division));
  }

  /// The texts that have a name, then the drafts of sponsors that are none of these.
  private List<Figure.Poll> polls() {
    List<Figure.Poll> polls = new ArrayList<>();
    Map<Integer, List<String>> named = new LinkedHashMap<>();
    sitting
        .divisions()
        .forEach((text, division) -> {
          polls.addAll(outcomes.polls(text.name(), division));
          named.put(division.to(), List.of());
        });
    Map<Integer, List<String>> drafts = new LinkedHashMap<>();
    Map<Integer, Division> divisions = new LinkedHashMap<>();
    for (Agenda agenda : sitting.agendas()) {
      if (!agenda.wantsText() || named.containsKey(agenda.ideal())) continue;
      drafts.computeIfAbsent(agenda.ideal(), _ -> new ArrayList<>()).add(name(agenda));
      divisions.putIfAbsent(agenda.ideal(), agenda.draft());
    }
    divisions.forEach((state, division) ->
        polls.addAll(
            outcomes.polls(
                "Draft of " + String.join(", ", drafts.getOrDefault(state, List.of())), division)));
    return polls;
  }

  private static String name(Agenda agenda) {
    return agenda.sponsor().actor().name();
  }

  /// Member by member: what each votes on a text, and why; members that vote alike for the same
  /// reason in one row.
  private Finding votes(String name, Division division) {
    Map<List<Object>, List<Cast>> alike = new LinkedHashMap<>();
    for (Cast cast : division.casts()) {
      List<Object> key =
          List.of(decider(cast), cast.ballot(), cast.seat().objectionCost(), cast.isOwn());
      alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(cast);
    }
    return new Finding(
        id("votes-" + division.to()),
        Prominence.DETAIL,
        say("{}: ", new Slot.Quoted(name)).then(outcomes.of(division)),
        List.of(pivotal(division)),
        List.of(
            new Figure.Table(
                "Who votes how in %s: %s".formatted(body().name(), name),
                List.of("", "vote", "now", "with it", "why"),
                alike.values().stream().map(casts -> row(casts, division)).toList())));
  }

  /// What decides a vote, as far as a table tells it: draws with the same probability are alike.
  private static Object decider(Cast cast) {
    return cast.ground() instanceof Cast.Drawn(var member, var yes)
            && member.equals(cast.seat().id())
        ? yes
        : cast.seat().voter();
  }

  /// Whose votes decide, given all others.
  private Sentence pivotal(Division division) {
    if (!division.pivotal().isEmpty()) {
      return say(
          "Pivotal: another vote of theirs would turn the outcome: {}",
          members.of(division.pivotal()));
    }
    return say(
        "Nobody is pivotal: no member's vote alone, with those who vote as it does, would turn the"
            + " outcome");
  }

  private List<Sentence> row(List<Cast> casts, Division division) {
    Cast first = casts.getFirst();
    return List.of(
        say("{}", members.of(casts.stream().map(Cast::seat).toList())),
        say(Members.vote(first)),
        worth(first, Moment.NOW),
        worth(first, Moment.AFTER),
        members.why(first, division));
  }

  private enum Moment {
    NOW,
    AFTER
  }

  private static Sentence worth(Cast cast, Moment moment) {
    if (!(cast.ground() instanceof Cast.Wished wished) || wished.worth().isEmpty()) return say("");
    Cast.Worth worth = wished.worth().getFirst();
    return say("{}", Wording.amount(moment == Moment.NOW ? worth.before() : worth.after()));
  }

  /// The texts that pass, in ascending order of their codes.
  private Finding passing() {
    List<Integer> passing = council.passing().stream().boxed().toList();
    List<Figure.Row> shown = new ArrayList<>();
    for (int state : passing.subList(0, Math.min(rows, passing.size()))) {
      shown.add(
          new Figure.Row(
              Wording.of(space).state(space, state),
              "",
              List.of(),
              outcomes.of(council.division(state))));
    }
    return new Finding(
        id("passing"),
        Prominence.DETAIL,
        say(
            "{} would pass {} as things stand",
            members.of(body()),
            new Slot.Count(passing.size(), "text", "texts")),
        List.of(),
        List.of(
            new Figure.StateTable(
                "What passes in " + body().name(),
                List.of(),
                shown,
                (long) passing.size() - shown.size())));
  }
}
