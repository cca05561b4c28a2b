package demarche.states;

import demarche.model.Actor;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposition;
import java.math.BigInteger;
import java.util.List;

/// What can be said of a model's states before any of them is kept: how many there are, how they
/// would be numbered, who moves how, and what memory all that takes.
///
/// **Cost.** One walk over the codes; nothing is kept but the count.
public final class Outline {
  /// What counting and numbering is called, for whoever watches.
  static final String STEP = "states";

  /// How many assignments are tried, 64 in a few dozen word operations.
  private static final BigInteger MOST_COMBINATIONS = BigInteger.ONE.shiftLeft(33);

  /// Up to this many codes, a bit is kept for each.
  private static final int MOST_MARKED_BITS = 30;

  private static final String REMEDY =
      "drop options or levels, add constraints, or hold options with a variant (passive, agenda)";

  private final Model model;
  private final Layout layout;
  private final int size;

  private Outline(Model model, Layout layout, int size) {
    this.model = model;
    this.layout = layout;
    this.size = size;
  }

  /// @throws TooLarge where there are too many states
  public static Outline of(Model model, Watch watch) {
    return of(model, Layout.Events.HELD, watch);
  }

  /// Whether events are part of a state.
  Layout.Events events() {
    return layout.events();
  }

  /// The same of a changed model with the same states and moves.
  Outline with(Model changed) {
    return new Outline(changed, layout, size);
  }

  static Outline of(Model model, Layout.Events events, Watch watch) {
    Layout layout = new Layout(model, events);
    if (layout.combinations().compareTo(MOST_COMBINATIONS) > 0) {
      throw new TooLarge(
          asked(model),
          inWords(layout.combinations()) + " combinations of levels",
          "%,d".formatted(MOST_COMBINATIONS),
          REMEDY);
    }
    long count = count(model, layout, watch);
    if (count > StateSpace.MOST_STATES) {
      throw new TooLarge(
          asked(model),
          "%,d feasible states".formatted(count),
          "%,d".formatted(StateSpace.MOST_STATES),
          REMEDY);
    }
    return new Outline(model, layout, (int) count);
  }

  private static String asked(Model model) {
    return "the states of '" + model.scenario().head().title() + "'";
  }

  private static String inWords(BigInteger count) {
    int digits = count.toString().length();
    return digits <= 30 ? "%,d".formatted(count) : "about 10^" + (digits - 1);
  }

  private static long count(Model model, Layout layout, Watch watch) {
    Circuit circuit = new Circuit(layout);
    long[] count = new long[1];
    new Cells(layout, circuit, admitted(model, circuit))
        .walk(STEP, watch, (_, feasible, _) -> count[0] += Long.bitCount(feasible));
    return count[0];
  }

  /// The gate that tells which codes are feasible states.
  int admitted(Circuit circuit) {
    return admitted(model, circuit);
  }

  private static int admitted(Model model, Circuit circuit) {
    List<Proposition> allowed = model.constraints().stream().map(Constraint::allowed).toList();
    return circuit.both(circuit.wellFormed(), circuit.of(new Proposition.All(allowed)));
  }

  public Model model() {
    return model;
  }

  Layout layout() {
    return layout;
  }

  /// How many feasible states there are.
  public int size() {
    return size;
  }

  /// How many bits hold the levels of a state.
  public int bits() {
    return layout.bits();
  }

  /// How states are numbered.
  enum Kind {
    FULL,
    MARKED,
    LISTED
  }

  Kind kind() {
    if (size == 1L << bits()) return Kind.FULL;
    return bits() <= MOST_MARKED_BITS && isDense() ? Kind.MARKED : Kind.LISTED;
  }

  /// Whether a bit for each code takes no more room than the codes themselves would.
  private boolean isDense() {
    return bits() <= 20 || size >= 1L << (bits() - 6);
  }

  /// Whether every code of the free options is a state.
  public boolean isEveryCode() {
    return kind() == Kind.FULL;
  }

  private boolean isListed(Party party) {
    return party instanceof Actor && model.isGraph();
  }

  private List<Option> movable(Party party) {
    return layout.free(party.options());
  }

  /// The bits of the options of a party; none in graph form.
  public long own(Party party) {
    if (isListed(party)) return 0;
    return movable(party).stream().mapToLong(o -> layout.mask(o.index())).sum();
  }

  /// Whether a party's states fall into groups within which each leads to all others.
  public boolean isFree(Party party) {
    return !isListed(party) && movable(party).stream().allMatch(Option::isFree);
  }

  /// Whether two moves of a party in a row never lead further than one.
  public boolean isTransitive(Party party) {
    return !isListed(party) && movable(party).stream().allMatch(OptionMoves::isTransitive);
  }

  /// Of how many settings of its own options a party has the choice, at most.
  public long settings(Party party) {
    if (isListed(party)) return size;
    return (long) Math.min(size, OptionMoves.combinations(movable(party)));
  }

  /// Between how many ranks an actor tells states apart, at most.
  public long mostRanks(Actor actor) {
    return Standing.mostRanks(actor.preference(), size);
  }

  /// What the numbers of the states take.
  Footprint numbering() {
    return Footprint.of(
        switch (kind()) {
          case FULL -> 0;
          case MARKED -> 4L * size + 12L * (1L << Math.max(0, bits() - 6));
          case LISTED -> 8L * size;
        });
  }

  /// What a [StateSpace] takes.
  public Footprint space() {
    Footprint all = numbering();
    for (Actor actor : model.actors()) {
      all = all.then(Standing.footprint(actor.preference(), this));
    }
    for (Party party : model.parties()) {
      if (!isListed(party)) all = all.then(OptionMoves.footprint(movable(party), size));
    }
    return all;
  }

  /// What the arcs of all parties take beside.
  public Footprint arcs() {
    return Footprint.of(
        model.bodies().stream().mapToLong(b -> Resolutions.bytes(size, settings(b))).sum());
  }

  /// @throws TooLarge where the space would not fit
  void refuseUnlessFits(Footprint needed) {
    needed.refuseUnlessFits(asked(model), "%,d feasible states".formatted(size));
  }
}
