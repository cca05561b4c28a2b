package demarche.lens.council;

import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// The cheapest parts that together reach every need.
///
/// **Definition.** Each part has a price and adds to several sums. Wanted are parts whose sums
/// reach all needs, of the least total price; among those the fewest; among those the earliest.
///
/// **Method.** Part by part, keeping of all choices so far those that no other one beats in price,
/// number and every sum, sums beyond the need not counted. Exact.
///
/// **Cost.** O(parts x kept²) comparisons; with one need and equal prices no more are kept than
/// there are parts.
final class Covering {
  private static final int MOST_KEPT = 20_000;

  private final List<BigFraction> needs;
  private List<Choice> kept = new ArrayList<>();

  /// @param needs what is lacking, by sum; 0 or less where nothing is
  Covering(List<BigFraction> needs) {
    this.needs = List.copyOf(needs);
    kept.add(
        new Choice(
            BigFraction.ZERO, List.of(), needs.stream().map(_ -> BigFraction.ZERO).toList()));
  }

  /// Something that can be had for a price.
  ///
  /// @param price 0 or more
  /// @param adds to each sum, 0 or more
  record Part(BigFraction price, List<BigFraction> adds) {
    Part {
      adds = List.copyOf(adds);
    }
  }

  /// Some parts, by their places.
  record Choice(BigFraction price, List<Integer> parts, List<BigFraction> sums) {
    Choice {
      parts = List.copyOf(parts);
      sums = List.copyOf(sums);
    }

    private boolean isNoWorseThan(Choice other) {
      int sign = Exact.compare(price, other.price);
      if (sign > 0 || (sign == 0 && parts.size() > other.parts.size())) return false;
      for (int n = 0; n < sums.size(); n++) {
        if (!Exact.isAtLeast(sums.get(n), other.sums.get(n))) return false;
      }
      return true;
    }
  }

  /// The best choice; empty where all parts together do not reach the needs, or where too many
  /// choices would have to be kept.
  Optional<Choice> cheapest(List<Part> parts) {
    for (int p = 0; p < parts.size(); p++) {
      List<Choice> next = new ArrayList<>(kept);
      for (Choice choice : kept) add(next, with(choice, p, parts.get(p)));
      kept = next;
      if (kept.size() > MOST_KEPT) return Optional.empty();
    }
    return kept.stream().filter(this::reaches).reduce((a, b) -> isBetter(b, a) ? b : a);
  }

  private Choice with(Choice choice, int place, Part part) {
    List<Integer> parts = new ArrayList<>(choice.parts);
    parts.add(place);
    List<BigFraction> sums = new ArrayList<>();
    for (int n = 0; n < needs.size(); n++) {
      BigFraction sum = choice.sums.get(n).add(part.adds.get(n));
      sums.add(Exact.isMore(sum, needs.get(n)) ? needs.get(n) : sum);
    }
    return new Choice(choice.price.add(part.price), parts, sums);
  }

  private static void add(List<Choice> kept, Choice choice) {
    for (Choice other : kept) if (other.isNoWorseThan(choice)) return;
    kept.removeIf(choice::isNoWorseThan);
    kept.add(choice);
  }

  private boolean reaches(Choice choice) {
    for (int n = 0; n < needs.size(); n++) {
      if (!Exact.isAtLeast(choice.sums.get(n), needs.get(n))) return false;
    }
    return true;
  }

  private static boolean isBetter(Choice one, Choice other) {
    int sign = Exact.compare(one.price, other.price);
    return sign < 0 || (sign == 0 && one.parts.size() < other.parts.size());
  }
}
