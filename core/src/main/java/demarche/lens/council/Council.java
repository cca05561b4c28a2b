package demarche.lens.council;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import demarche.states.Assembly;
import demarche.states.Assembly.Ballot;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.Utility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.fraction.BigFraction;

/// A body before which texts are tabled, and the state from which they lead away.
///
/// **Definition.** A *text* sets the options that the body controls, by a move that is legal for
/// it. It passes where the body prefers the state that results, by its rule: see [Assembly].
///
/// **Cost.** One vote for each text.
public final class Council {
  private final StateSpace space;
  private final Body body;
  private final Assembly assembly;
  private final int from;
  private final Run run;
  private final int[] texts;
  private final StateSet passing;
  private final List<Scaled> majorities;
  private final Map<Integer, Division> divisions = new ConcurrentHashMap<>();

  /// Counts the votes on every text.
  public Council(StateSpace space, Body body, int from, Run run) {
    this(space, body, space.assembly(body), from, run);
  }

  private Council(StateSpace space, Body body, Assembly assembly, int from, Run run) {
    this.space = space;
    this.body = body;
    this.assembly = assembly;
    this.from = from;
    this.run = run;
    int[] targets = new int[space.moves(body).most()];
    int count = space.moves(body).targets(from, targets);
    texts = Arrays.copyOf(targets, count);
    passing = new StateSet(space.size());
    majorities = Scaled.of(body);
    for (int t = 0; t < texts.length; t++) {
      run.watch().at("votes", t, texts.length);
      if (assembly.prefers(from, texts[t])) passing.add(texts[t]);
    }
  }

  /// The same body with other seats, from the same state.
  Council with(List<Seat> seats) {
    Body changed =
        new Body(
            body.index(),
            body.id(),
            body.name(),
            body.options(),
            seats,
            body.rules(),
            body.after());
    return new Council(space, changed, space.voting(changed), from, run);
  }

  /// How it votes.
  Assembly assembly() {
    return assembly;
  }

  /// How a body votes: this one, or another of the model.
  Assembly assembly(Body other) {
    return other.index() == body.index() ? assembly : space.assembly(other);
  }

  public StateSpace space() {
    return space;
  }

  public Body body() {
    return body;
  }

  public int from() {
    return from;
  }

  Run run() {
    return run;
  }

  /// The states to which a text could lead, in ascending order; the present one is none of them.
  public int[] texts() {
    return texts.clone();
  }

  /// Those of them that pass.
  public StateSet passing() {
    return passing;
  }

  /// Those who may table a text and know what they want: actors, each once, in the order of the
  /// members.
  public List<Sponsor> sponsors() {
    return sponsors(space.model(), body);
  }

  /// The same, before any vote is counted.
  public static List<Sponsor> sponsors(Model model, Body body) {
    Map<Integer, Sponsor> sponsors = new LinkedHashMap<>();
    for (Seat seat : body.seats()) {
      if (!Canvassing.maySponsor(seat) || !(seat.voter() instanceof Body.Wishes(int index)))
        continue;
      Actor actor = model.actors().get(index);
      if (actor.id().equals(seat.id())) sponsors.put(index, new Sponsor(actor, seat));
      else sponsors.putIfAbsent(index, new Sponsor(actor, seat));
    }
    return List.copyOf(sponsors.values());
  }

  /// The sponsor with this id, its own or that of its seat.
  public Optional<Sponsor> sponsor(String id) {
    return sponsors().stream()
        .filter(s -> s.actor().id().equals(id) || s.seat().id().equals(id))
        .findFirst();
  }

  /// Somebody who may table a text.
  ///
  /// @param actor whose wishes count
  /// @param seat its own, or that of a follower
  public record Sponsor(Actor actor, Seat seat) {}

  /// What a sponsor would write, and the best that it can get.
  public Agenda agenda(Sponsor sponsor) {
    return new Drafting(this, sponsor).agenda();
  }

  /// How the body divides on the change to some state, which need not be a text of its own.
  public Division division(int to) {
    return divisions.computeIfAbsent(to, this::divided);
  }

  private Division divided(int to) {
    List<Cast> casts = casts(to);
    Division.Canvass canvass =
        assembly.prefers(from, to)
            ? new Division.Canvass(0, List.of(), List.of())
            : new Canvassing(majorities, casts, actor -> price(actor, to)).canvass();
    return new Division(
        body,
        from,
        to,
        casts,
        fate(casts, canvass, to),
        canvass,
        new Pivots(body, majorities, casts).pivotal(approved(to)),
        new Chances(this).of(from, to));
  }

  /// Whether those bodies would pass it that must approve it too.
  private boolean approved(int to) {
    return body.after().stream().allMatch(other -> space.prefers(body(other), from, to));
  }

  private Division.Fate fate(List<Cast> casts, Division.Canvass canvass, int to) {
    if (assembly.prefers(from, to)) return new Division.Passed();
    List<Cast> vetoes = casts.stream().filter(Cast::isVeto).toList();
    if (!vetoes.isEmpty()) return new Division.Vetoed(vetoes);
    if (canvass.missing() != 0) return new Division.TooFew();
    List<Body> against = new ArrayList<>();
    for (int index : body.after()) {
      Body other = body(index);
      if (!space.prefers(other, from, to)) against.add(other);
    }
    return new Division.Unratified(against);
  }

  private Body body(int party) {
    Model model = space.model();
    return model.bodies().get(party - model.actors().size());
  }

  private List<Cast> casts(int to) {
    List<Ballot> ballots = assembly.ballots(from, to);
    List<Cast> casts = new ArrayList<>();
    for (int k = 0; k < ballots.size(); k++) {
      Seat seat = body.seats().get(k);
      casts.add(new Cast(seat, ballots.get(k), ground(seat, to)));
    }
    return casts;
  }

  private Cast.Ground ground(Seat seat, int to) {
    return switch (seat.voter()) {
      case Body.Absent() -> new Cast.Gone();
      case Body.Always _ -> new Cast.Fixed();
      case Body.Likely(String member, BigFraction yes) -> new Cast.Drawn(member, yes);
      case Body.Ruling(int other) -> new Cast.Ruled(body(other));
      case Body.Wishes(int index) -> wished(seat, space.model().actors().get(index), to);
    };
  }

  private Cast.Wished wished(Seat seat, Actor actor, int to) {
    int[] before = space.levels(from);
    int[] after = space.levels(to);
    List<RedLine> crossed =
        actor.preference().redLines().stream()
            .filter(line -> line.never().holds(after) && !line.never().holds(before))
            .toList();
    boolean never = actor.preference().crossesAny(after);
    return new Cast.Wished(
        actor,
        worth(seat, actor, before, after),
        crossed,
        never ? Cast.Sale.NEVER : Cast.Sale.FOR_SALE);
  }

  private List<Cast.Worth> worth(Seat seat, Actor actor, int[] before, int[] after) {
    if (actor.preference().order() instanceof Preference.Values values) {
      return List.of(new Cast.Worth(values.of(before), values.of(after)));
    }
    boolean weighed = seat.veto() == Body.Veto.HELD && seat.objectionCost().signum() > 0;
    if (!weighed) return List.of();
    Utility utility = utility(actor);
    return List.of(new Cast.Worth(utility.byOrder(before), utility.byOrder(after)));
  }

  /// What a text costs an actor, in u; 0 where it loses nothing.
  private BigFraction price(Actor actor, int to) {
    Utility utility = utility(actor);
    BigFraction loss = utility.of(space.levels(from)).subtract(utility.of(space.levels(to)));
    return loss.signum() > 0 ? loss : BigFraction.ZERO;
  }

  /// What is kept with the states.
  private record Scales(int actor) {}

  private Utility utility(Actor actor) {
    return space.once(
        new Scales(actor.index()), Utility.class, () -> Utility.of(space.model(), actor));
  }
}
