package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.settlement.Judge;
import demarche.lens.settlement.zone.BlessingWords.Fate;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What could be agreed at all, which of it the literature would pick out, and would it last.
///
/// @param concepts under which it is asked whether a settlement would hold; one or more
/// @param bodies that are to bless a settlement as a whole, by id; empty where each body judges
///   what is in its hands
/// @param extras what is looked at beyond settlements themselves
/// @param rows how many settlements a table shows
public record ZoneLens(
    Set<Concept> concepts, Unit unit, List<String> bodies, Set<Extra> extras, int rows)
    implements Lens {
  private static final int USUAL_ROWS = 12;

  /// Under every concept, in u, bodies asked about what is in their hands.
  public static final ZoneLens ALL =
      new ZoneLens(EnumSet.allOf(Concept.class), Unit.U, List.of(), Set.of(), USUAL_ROWS);

  /// What may be added to settlements.
  public enum Extra {
    LOTTERIES,
    PAYMENTS
  }

  public ZoneLens {
    if (concepts.isEmpty()) throw new IllegalArgumentException("no concept");
    concepts = Set.copyOf(concepts);
    bodies = List.copyOf(bodies);
    extras = Set.copyOf(extras);
  }

  public ZoneLens(Set<Concept> concepts, Unit unit, List<String> bodies, Set<Extra> extras) {
    this(concepts, unit, bodies, extras, USUAL_ROWS);
  }

  @Override
  public ZoneLens showing(int states) {
    return new ZoneLens(concepts, unit, bodies, extras, states);
  }

  @Override
  public String key() {
    return "zone";
  }

  @Override
  public String question() {
    return "What could be agreed at all, which of it would be chosen by which rule, and would it last?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("disagreement");
  }

  @Override
  public boolean appliesTo(Model model) {
    return model.actors().stream().filter(a -> a.partOf().isEmpty()).count() > 1;
  }

  /// What the parts of an answer look at.
  Outlook outlook(StateSpace space, Run run) {
    Stability stability = Stability.known(space, EnumSet.copyOf(concepts), run);
    Zone zone = Zone.of(space, run);
    Frontier frontier = Frontier.of(zone, run);
    Stakes stakes = new Stakes(space, zone.required(), unit);
    return new Outlook(
        zone,
        frontier,
        stakes,
        Points.of(zone, frontier, stakes, run),
        stability,
        new Judge(stability, run),
        Blessing.of(space, bodies),
        run);
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    return List.of(
        new Inquiry("zone/any", "something can be agreed at all", "count(settlements()) > 0"),
        new Inquiry("zone/settlements", "possible settlements", "count(settlements())"));
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Outlook outlook = outlook(space, run);
    Fate fate = Fate.of(outlook);
    List<Mixing> mixing = new ArrayList<>();
    List<Payments> payments = new ArrayList<>();
    if (extras.contains(Extra.LOTTERIES)) {
      mixing.add(Mixing.of(outlook.frontier(), outlook.points(), outlook.stakes(), run));
    }
    if (extras.contains(Extra.PAYMENTS)) {
      payments.add(Payments.of(outlook.zone(), outlook.stakes(), run));
    }
    ZoneWords words = new ZoneWords(outlook);
    PackageWords packages = new PackageWords(outlook);
    MixWords mixes = new MixWords(outlook);
    List<Finding> findings = new ArrayList<>(List.of(words.headline()));
    findings.addAll(packages.chosen());
    findings.add(words.blockers());
    findings.addAll(new BlessingWords(outlook, fate).findings());
    mixing.forEach(m -> findings.add(mixes.lotteries(m)));
    payments.forEach(p -> findings.add(mixes.payments(p)));
    findings.addAll(packages.proposals());
    findings.addAll(
        new FrontierWords(outlook, rows)
            .findings(mixing.stream().flatMap(m -> m.hull().stream()).toList()));
    return new Answer(
        key(),
        "What could be agreed",
        findings,
        ZoneData.of(outlook, fate, mixing, payments),
        method(outlook));
  }

  private static List<Sentence> method(Outlook outlook) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Settlements and the frontier are compared by the orders of the parties, ties kept; the"
                + " rules choose on the frontier, and gains are exact numbers, rounded here, in {}",
            Outlook.plain(outlook.stakes().unit().meaning())));
    if (!outlook.stakes().assumed().isEmpty()) {
      Wording wording = outlook.wording();
      method.add(
          say(
              "Of {} only an order is known; its evenly spaced ranks stand for numbers, which is an"
                  + " assumption",
              new Slot.Several(
                  outlook.stakes().assumed().stream().<Slot>map(wording::party).toList())));
    }
    return method;
  }
}
