package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Run;
import demarche.lens.settlement.Blocker;
import demarche.lens.settlement.Judgement;
import demarche.lens.settlement.ProposalWords;
import demarche.model.Actor;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Preference.RedLine;
import demarche.model.Proposal;
import demarche.scenario.Evidence;
import demarche.scenario.ProposalEntry.Form;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Why a package that somebody names could be agreed or not, party by party.
///
/// @param name as it was asked for
/// @param levels of all options and events; may be infeasible
public record Why(String name, List<Integer> levels) {
  private static final int MOST_NEAREST = 3;

  public Why {
    levels = List.copyOf(levels);
  }

  private int[] end() {
    return levels.stream().mapToInt(Integer::intValue).toArray();
  }

  /// @param lens the concepts, unit and bodies that count
  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public Answer answer(ZoneLens lens, StateSpace space, Run run) {
    Outlook outlook = lens.outlook(space, run);
    Judgement judgement = outlook.judge().of(proposal(outlook));
    List<Integer> nearest = nearest(outlook);
    List<Sentence> reasons = new ArrayList<>();
    broken(space.model()).map(this::breaks).ifPresent(reasons::add);
    reasons.addAll(parties(outlook, judgement));
    reasons.addAll(lasting(outlook, judgement));
    reasons.addAll(nearby(outlook, judgement, nearest));
    Finding finding =
        new Finding(
            "why",
            Prominence.HEADLINE,
            statement(outlook, judgement),
            reasons,
            List.of(
                new Figure.Matrix(
                    "What it is to each",
                    outlook.zone().required().stream().map(outlook.wording()::party).toList(),
                    List.of(
                        new Figure.Line(
                            say("{}", Outlook.plain(name)),
                            outlook.cells(end(), judgement.state()),
                            say(""))))));
    return new Answer(
        "why",
        "Why",
        List.of(finding),
        WhyData.of(outlook, judgement, name, broken(space.model()), nearest),
        List.of(
            say(
                "Consent is asked of all whose consent a settlement needs; gains are counted over no"
                    + " deal, in {}",
                Outlook.plain(outlook.stakes().unit().meaning()))));
  }

  private Proposal proposal(Outlook outlook) {
    return new Proposal(
        name,
        name,
        List.of(),
        Form.AT_ONCE,
        List.of(levels),
        outlook.zone().required().stream().map(Actor::id).toList(),
        Evidence.NONE);
  }

  private Optional<Constraint> broken(Model model) {
    return model.constraints().stream().filter(c -> !c.allowed().holds(end())).findFirst();
  }

  private Sentence breaks(Constraint constraint) {
    return say("It breaks the constraint {}", new Slot.OfExpression(constraint.wording()));
  }

  private Sentence statement(Outlook outlook, Judgement judgement) {
    Slot what = outlook.wording().state(end());
    if (judgement.state() >= 0 && judgement.state() == outlook.zone().terms().disagreement()) {
      return say("{} is what happens without a deal", what);
    }
    if (!judgement.feasible()) return say("{} cannot be: it is not feasible", what);
    List<Actor> blockers = blockers(judgement);
    if (!blockers.isEmpty()) {
      return say("{} could not be agreed: {} would not consent", what, outlook.parties(blockers));
    }
    if (judgement.state() < 0) {
      return say("{} would be accepted by all, but sets what no party controls", what);
    }
    return outlook.zone().settlements().contains(judgement.state())
        ? say("{} could be agreed: all whose consent is needed would give it", what)
        : say("{} would be accepted by all, but nobody would gain by it", what);
  }

  private static List<Actor> blockers(Judgement judgement) {
    return judgement.blockers().stream()
        .map(Blocker::party)
        .filter(Actor.class::isInstance)
        .map(Actor.class::cast)
        .toList();
  }

  /// What it is to each, blockers first.
  private List<Sentence> parties(Outlook outlook, Judgement judgement) {
    List<Sentence> told = new ArrayList<>();
    for (Blocker blocker : judgement.blockers()) {
      Slot who = outlook.wording().party(blocker.party());
      told.add(
          switch (blocker) {
            case Blocker.CrossesLine(_, var lines) -> crossed(who, lines);
            case Blocker.PrefersNoDeal(Actor actor) ->
                say("{} would be worse off than without a deal", who)
                    .then(difference(outlook, actor, judgement.state()));
            case Blocker.Vetoed _, Blocker.Shortfall _ ->
                throw new IllegalStateException("no body was asked: " + blocker);
          });
    }
    for (var party : judgement.accepting()) {
      Actor actor = (Actor) party;
      told.add(
          say("{} would consent", outlook.wording().party(actor))
              .then(difference(outlook, actor, judgement.state())));
    }
    return told;
  }

  private static Sentence crossed(Slot who, List<RedLine> lines) {
    Slot names =
        new Slot.Several(lines.stream().<Slot>map(l -> new Slot.OfExpression(l.name())).toList());
    Sentence told = say("It crosses the red line {} of {}", names, who);
    List<Slot> because =
        lines.stream()
            .map(l -> l.evidence().because())
            .filter(words -> !words.isEmpty())
            .<Slot>map(Slot.Quoted::new)
            .toList();
    return because.isEmpty() ? told : told.then(" ({})", new Slot.Several(because));
  }

  /// What tips the scales, where both are states.
  private static Sentence difference(Outlook outlook, Actor actor, int state) {
    int without = outlook.zone().terms().disagreement();
    if (state < 0 || without < 0) return say("");
    List<Sentence> reasons = new Gain(outlook.space(), actor, without, state).reasons();
    return reasons.isEmpty() ? say("") : say(". ").then(reasons.getFirst());
  }

  private static List<Sentence> lasting(Outlook outlook, Judgement judgement) {
    int state = judgement.state();
    if (state < 0) return List.of();
    List<Sentence> told = new ArrayList<>();
    Slot fate = new Slot.Clause(outlook.fate(state));
    told.add(say("Once reached, it {}: ", fate).then(new PackageWords(outlook).durability(state)));
    told.add(
        say(
            "From the status quo it is reached: {}",
            new Slot.Clause(ProposalWords.road(outlook.wording(), judgement))));
    return told;
  }

  /// The settlements that differ from it in the fewest options, the first three.
  private List<Integer> nearest(Outlook outlook) {
    int[] end = end();
    return outlook.zone().settlements().stream()
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer s) -> distance(outlook.space().levels(s), end))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_NEAREST)
        .toList();
  }

  private static int distance(int[] one, int[] other) {
    return (int) IntStream.range(0, one.length).filter(o -> one[o] != other[o]).count();
  }

  private List<Sentence> nearby(Outlook outlook, Judgement judgement, List<Integer> nearest) {
    boolean settled =
        judgement.state() >= 0 && outlook.zone().settlements().contains(judgement.state());
    if (settled) return List.of();
    if (nearest.isEmpty()) return List.of(say("No other state could be agreed either"));
    int[] end = end();
    List<Sentence> told = new ArrayList<>();
    for (int s : nearest) {
      int[] other = outlook.space().levels(s);
      List<Slot> changes =
          outlook.space().model().options().stream()
              .filter(o -> other[o.index()] != end[o.index()])
              .<Slot>map(o -> outlook.wording().setting(o, other[o.index()]))
              .toList();
      told.add(
          say(
              changes.isEmpty()
                  ? "With events as they are it could be agreed"
                  : "With {} instead, it could be agreed",
              changes.isEmpty() ? new Slot[0] : new Slot[] {new Slot.Several(changes)}));
    }
    return told;
  }
}
