package demarche.lens.settlement.deals;

import demarche.states.TooLarge;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// An additive model of a deal: what each side makes of each level of each issue.
///
/// **Definition.** A *package* is one level for every issue. A side values it at a constant plus
/// the sum of what it makes of the levels. Its *gain* is that less its reservation value, which it
/// has without a deal. A package is *acceptable* iff nobody's gain is negative.
///
/// **Source.** Additive values over issues: Keeney & Raiffa (1976), Decisions with multiple
/// objectives; Raiffa (1982), The art and science of negotiation.
public record Bargain(List<Issue> issues, List<Side> sides) {
  /// How many issues there may be.
  public static final int MOST_ISSUES = 1_000;

  /// How many sides there may be.
  public static final int MOST_SIDES = 16;

  /// @throws TooLarge if there are more issues or sides than are worked through
  /// @throws IllegalArgumentException if a side has not one worth for each level
  public Bargain {
    issues = List.copyOf(issues);
    sides = List.copyOf(sides);
    refuse("issues", issues.size(), MOST_ISSUES, "take those that nobody disputes for settled");
    refuse("sides", sides.size(), MOST_SIDES, "take sides that want the same for one");
    if (sides.isEmpty()) throw new IllegalArgumentException("no sides");
    List<Integer> levels = issues.stream().map(i -> i.levels.size()).toList();
    for (Side side : sides) {
      if (!side.worths.stream().map(List::size).toList().equals(levels)) {
        throw new IllegalArgumentException("worths of " + side.name + ", levels " + levels);
      }
    }
  }

  private static void refuse(String what, int number, int most, String remedy) {
    if (number <= most) return;
    throw new TooLarge("a deal", "%,d %s".formatted(number, what), "%,d".formatted(most), remedy);
  }

  /// @param levels one or more
  public record Issue(String name, List<String> levels) {
    public Issue {
      levels = List.copyOf(levels);
      if (levels.isEmpty()) throw new IllegalArgumentException("no levels of " + name);
    }
  }

  /// @param constant what it has of every package, whatever the levels
  /// @param worths by issue and level
  /// @param reservation what it has without a deal
  public record Side(
      String name, BigFraction constant, List<List<BigFraction>> worths, BigFraction reservation) {
    public Side {
      worths = worths.stream().map(List::copyOf).toList();
    }

    /// What a package is worth to it: O(issues).
    public BigFraction value(List<Integer> levels) {
      BigFraction sum = constant;
      for (int i = 0; i < levels.size(); i++) sum = sum.add(worths.get(i).get(levels.get(i)));
      return sum;
    }

    /// The same side with every number multiplied by a positive one.
    Side times(BigFraction factor) {
      return new Side(
          name,
          constant.multiply(factor),
          worths.stream().map(w -> w.stream().map(factor::multiply).toList()).toList(),
          reservation.multiply(factor));
    }
  }

  /// How many packages there are.
  public BigInteger packages() {
    return issues.stream()
        .map(i -> BigInteger.valueOf(i.levels.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
