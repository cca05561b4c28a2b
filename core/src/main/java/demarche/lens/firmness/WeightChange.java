package demarche.lens.firmness;

import demarche.model.Option;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Term;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/// The smallest change of one weight after which an actor leaves a state.
///
/// **Law.** The difference of the values of two states is linear in each weight. So a state is
/// preferred to *s* for all changes on one side of a number, for all, or for none; and a set of
/// them for all changes between two numbers. At the number itself the two are alike, and *s* still
/// holds.
///
/// @param term whose weight it is
/// @param index which of the term's weights, from 0; most terms have one
/// @param now the weight; negative for what an actor avoids
/// @param change to be exceeded: upwards where `rises`, else downwards; may be 0
record WeightChange(Term term, int index, BigFraction now, BigFraction change, boolean rises) {
  /// The weight beyond which the state no longer holds.
  BigFraction at() {
    return now.add(change);
  }

  /// In words, such as `pay`, or `demand at full` where a term weighs several levels.
  String name(IntFunction<Option> options) {
    if (term.weights().size() == 1) return term.id();
    return term.weights().get(index).when() instanceof Proposition.Within(int o, int low, int high)
            && low == high
        ? "%s at %s".formatted(term.id(), options.apply(o).levels().get(low))
        : "%s, weight %d".formatted(term.id(), index + 1);
  }

  /// Empty where no change of a single weight is enough. Of equal changes the first in file order.
  static Optional<WeightChange> smallest(
      Preference.Values values, int[] from, List<List<int[]>> escapes) {
    List<WeightChange> all = new ArrayList<>();
    List<List<BigFraction>> lost = lost(values, from, escapes);
    for (Term term : values.terms()) {
      for (int w = 0; w < term.weights().size(); w++) {
        for (int e = 0; e < escapes.size(); e++) {
          Term.Weight weight = term.weights().get(w);
          Between between = Between.of(weight.when(), from, escapes.get(e), lost.get(e));
          if (between != null) all.add(between.change(term, w));
        }
      }
    }
    return all.stream().min((a, b) -> Exact.compare(a.change.abs(), b.change.abs()));
  }

  /// By how much the state is valued more than each state of each set.
  private static List<List<BigFraction>> lost(
      Preference.Values values, int[] from, List<List<int[]>> escapes) {
    BigFraction value = values.of(from);
    return escapes.stream()
        .map(set -> set.stream().map(to -> value.subtract(values.of(to))).toList())
        .toList();
  }

  /// The changes of a weight for which all of a set is preferred: above `low` and below `high`.
  private record Between(@Nullable BigFraction low, @Nullable BigFraction high) {
    static @Nullable Between of(
        Proposition when, int[] from, List<int[]> set, List<BigFraction> lost) {
      BigFraction low = null;
      BigFraction high = null;
      for (int k = 0; k < set.size(); k++) {
        BigFraction loss = lost.get(k);
        boolean held = when.holds(from);
        if (when.holds(set.get(k)) == held) {
          if (loss.signum() >= 0) return null;
        } else if (held) {
          BigFraction most = loss.negate();
          high = high == null || Exact.isMore(high, most) ? most : high;
        } else {
          low = low == null || Exact.isMore(loss, low) ? loss : low;
        }
      }
      return low != null && high != null && !Exact.isMore(high, low)
          ? null
          : new Between(low, high);
    }

    WeightChange change(Term term, int index) {
      BigFraction now = term.weights().get(index).amount();
      if (low != null && low.signum() >= 0) return new WeightChange(term, index, now, low, true);
      if (high != null && high.signum() <= 0)
        return new WeightChange(term, index, now, high, false);
      throw new IllegalStateException(
          "the state is not stable: no change of '%s' is needed".formatted(term.id()));
    }
  }
}
