package demarche.lens.change;

import demarche.lens.change.Goal.Freedom;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.model.Preference.Priority;
import demarche.model.Preference.RedLine;
import demarche.scenario.Exact;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Quantity;
import demarche.scenario.Quantity.Spread;
import demarche.scenario.Twist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// The changes among which is searched.
///
/// @param wanted what each actor wishes, in file order
/// @param atoms in file order by kind
/// @param leftOut what could not be among them, with the reason
record Pool(Model model, List<Wanted> wanted, List<Atom> atoms, List<String> leftOut) {
  /// Longer lists of priorities are not swapped.
  static final int MOST_PRIORITIES = 24;

  Pool {
    wanted = List.copyOf(wanted);
    atoms = List.copyOf(atoms);
    leftOut = List.copyOf(leftOut);
  }

  static Pool of(Model model, Goal goal, Set<Kind> kinds) {
    return new Gathering(model, goal, kinds).pool();
  }

  /// Gathers them.
  private static final class Gathering {
    private final Model model;
    private final Goal goal;
    private final Set<Kind> kinds;
    private final List<Wanted> wanted;
    private final List<Atom> atoms = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    Gathering(Model model, Goal goal, Set<Kind> kinds) {
      this.model = model;
      this.goal = goal;
      this.kinds = kinds;
      wanted = model.actors().stream().map(a -> new Wanted(model, a)).toList();
    }

    Pool pool() {
      for (Kind kind : Kind.values()) {
        if (kinds.contains(kind)) gather(kind);
      }
      if (goal.freedom() == Freedom.FREE && !kinds.contains(Kind.OPTIONS)) options();
      return new Pool(model, wanted, atoms, leftOut);
    }

    private void gather(Kind kind) {
      switch (kind) {
        case PRIORITIES -> own().forEach(this::priorities);
        case WEIGHTS -> own().forEach(this::weights);
        case RED_LINES -> own().forEach(this::lines);
        case BELIEFS -> beliefs();
        case PARAMETERS -> parameters();
        case OPTIONS -> options();
        case ISSUES -> issues();
        case RULES -> model.bodies().forEach(this::rules);
      }
    }

    /// Actors whose wishes are those of their own entries.
    private Stream<Actor> own() {
      return model.actors().stream().filter(a -> Written.areOwn(model, a));
    }

    private void priorities(Actor actor) {
      if (!(actor.preference().order() instanceof Preference.Priorities(var all))) return;
      for (int k = 0; k < all.size(); k++) {
        if (isUncertain(all.get(k))) atoms.add(new Atom.Counted(actor.index(), k));
      }
      if (all.size() > MOST_PRIORITIES) {
        leftOut.add(
            "the order of the %d priorities of %s, more than %d"
                .formatted(all.size(), actor.name(), MOST_PRIORITIES));
        return;
      }
      for (int k = 0; k < all.size(); k++) {
        for (int j = k + 1; j < all.size(); j++) atoms.add(new Atom.Swapped(actor.index(), k, j));
      }
    }

    private static boolean isUncertain(Priority priority) {
      return priority.probability().signum() > 0
          && Exact.isMore(BigFraction.ONE, priority.probability());
    }

    private void weights(Actor actor) {
      List<Written> terms = wanted.get(actor.index()).terms();
      Readings now = new Readings(model, Map.of());
      for (int t = 0; t < terms.size(); t++) {
        Written term = terms.get(t);
        int places = term.amounts().size();
        boolean idle = true;
        for (int w = 0; w < places; w++) idle &= term.amount(w, now).signum() == 0;
        boolean isFactor = term.isOf() || term.spread() instanceof Quantity.Percent;
        if (isFactor && idle) continue;
        BigFraction present = isFactor ? BigFraction.ONE : term.amount(0, now);
        Lever lever =
            isFactor ? new Lever.Factor(actor.index(), t) : new Lever.Weight(actor.index(), t);
        move(lever, present, term.spread());
      }
    }

    private void parameters() {
      for (ParameterEntry entry : model.scenario().parameters()) {
        if (!(entry.origin() instanceof ParameterEntry.Stated(var quantity))) continue;
        String name = entry.id().text();
        if (Feeding.rules(model).contains(name)) {
          leftOut.add("the parameter %s, on which votes or priorities depend".formatted(name));
          continue;
        }
        BigFraction present = model.parameters().getOrDefault(name, BigFraction.ZERO);
        move(new Lever.Parameter(name), present, quantity.spread());
      }
    }

    /// Both ends of a range; the present value is no change.
    private void move(Lever lever, BigFraction present, Spread spread) {
      for (BigFraction end : ends(model, present, spread)) {
        if (!end.equals(present)) atoms.add(new Atom.Moved(lever, end));
      }
    }

    private void lines(Actor actor) {
      List<RedLine> lines = actor.preference().redLines();
      for (int l = 0; l < lines.size(); l++) {
        atoms.add(new Atom.Dropped(actor.index(), l));
        if (model.isGraph()) continue; // states of a graph are no levels
        atoms.addAll(Shifts.of(model, actor.index(), l, lines.get(l).never().meaning()));
      }
    }

    private void beliefs() {
      model
          .scenario()
          .beliefs()
          .forEach(belief -> {
            String holder = belief.holder().text();
            int index =
                model.actors().stream()
                    .filter(a -> a.id().equals(holder))
                    .findFirst()
                    .orElseThrow()
                    .index();
            belief.views().forEach(v -> atoms.add(new Atom.Seen(index, v.id().text())));
            if (!belief.blindTo().isEmpty()) atoms.add(new Atom.Sighted(index));
          });
    }

    private void options() {
      boolean another = model.isGraph() && goal.freedom() == Freedom.PRICED;
      if (goal.freedom() == Freedom.FIXED || another) return;
      for (Option option : model.options()) {
        if (model.held(option.index()) != Model.FREE) continue;
        for (int level = 0; level < option.levels().size(); level++) {
          if (isOpen(option, level)) atoms.add(new Atom.Set(option.index(), level));
        }
      }
    }

    /// What a proposal brings may go further the same way, but not back.
    private boolean isOpen(Option option, int level) {
      int before = model.statusQuo()[option.index()];
      int proposed = goal.levels().get(option.index());
      if (proposed == before) return level != proposed;
      return Integer.signum(level - proposed) == Integer.signum(proposed - before);
    }

    private void issues() {
      if (goal.freedom() == Freedom.FIXED) return;
      model.issues().keySet().forEach(area -> atoms.add(new Atom.Opened(area)));
      if (!kinds.contains(Kind.OPTIONS) && goal.freedom() == Freedom.PRICED) options();
    }

    /// Whether the variant takes its veto away.
    private boolean isDenied(Seat seat) {
      return model.scenario().twists().stream()
          .anyMatch(
              t -> t instanceof Twist.WithoutVeto(var member) && member.text().equals(seat.id()));
    }

    private void rules(Body body) {
      int at = body.index() - model.actors().size();
      for (int r = 0; r < body.rules().size(); r++) {
        for (int by : new int[] {-1, 1}) {
          if (Rules.isPossible(body, r, by)) atoms.add(new Atom.Majority(at, r, by));
        }
      }
      for (int k = 0; k < body.seats().size(); k++) {
        Seat seat = body.seats().get(k);
        if (!(seat.voter() instanceof Body.Absent) && !isDenied(seat)) {
          atoms.add(new Atom.Veto(at, k));
        }
      }
    }
  }

  /// The ends of a range, lowest first; none where the number is fixed.
  static List<BigFraction> ends(Model model, BigFraction present, Spread spread) {
    return switch (spread) {
      case Quantity.Fixed() -> List.of();
      case Quantity.Uniform(var low, var high) -> List.of(model.number(low), model.number(high));
      case Quantity.Triangular(var low, var high, var _) ->
          List.of(model.number(low), model.number(high));
      case Quantity.Percent(var percent) -> {
        BigFraction off = present.abs().multiply(model.number(percent)).divide(100);
        yield off.signum() == 0 ? List.of() : List.of(present.subtract(off), present.add(off));
      }
    };
  }
}
