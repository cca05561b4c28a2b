package demarche.lens;

import demarche.finding.Slot;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Term;
import demarche.states.StateSpace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Turns parties and states into what sentences speak of.
///
/// @param model the model whose names are used
public record Wording(Model model) {
  private static final int MOST_DECIMALS = 6;
  private static final BigInteger LONGEST = BigInteger.valueOf(99_999);

  public static Wording of(StateSpace space) {
    return new Wording(space.model());
  }

  public Slot.OfParty party(Party party) {
    return new Slot.OfParty(party.id(), party.name());
  }

  /// A state by its levels, events left out.
  public Slot.OfState state(int[] levels) {
    int[] statusQuo = model.statusQuo();
    List<Slot.Setting> settings = new ArrayList<>();
    List<Slot.Setting> differences = new ArrayList<>();
    for (Option option : model.options()) {
      Slot.Setting setting = setting(option, levels[option.index()]);
      settings.add(setting);
      if (levels[option.index()] != statusQuo[option.index()]) differences.add(setting);
    }
    return new Slot.OfState(model.code(levels), settings, differences);
  }

  public Slot.OfState state(StateSpace space, int state) {
    return state(space.levels(state));
  }

  /// What a move changes: the options that stand otherwise after it, at their new levels.
  public Slot.Several changes(StateSpace space, int from, int to) {
    int[] before = space.levels(from);
    int[] after = space.levels(to);
    return new Slot.Several(
        model.options().stream()
            .filter(option -> before[option.index()] != after[option.index()])
            .<Slot>map(option -> setting(option, after[option.index()]))
            .toList());
  }

  /// What a value term is called: by its id, or by what it is about where it has none.
  public static Slot term(Term term) {
    return term.id().isEmpty() ? new Slot.OfExpression(term.wording()) : new Slot.Plain(term.id());
  }

  /// A number of value units: exact as a short decimal or a short fraction, else rounded, and then
  /// it says so.
  public static Slot.Amount amount(BigFraction number) {
    return new Slot.Amount(digits(number, ""), "");
  }

  /// The same with its sign, as a change is told.
  public static Slot.Amount signed(BigFraction change) {
    return new Slot.Amount(digits(change, change.signum() > 0 ? "+" : ""), "");
  }

  private static String digits(BigFraction number, String plus) {
    String sign = number.signum() < 0 ? "-" : plus;
    BigInteger numerator = number.getNumerator().abs();
    BigInteger denominator = number.getDenominator().abs();
    BigInteger millionths = numerator.multiply(BigInteger.TEN.pow(MOST_DECIMALS));
    if (millionths.mod(denominator).signum() == 0) {
      return sign + plain(new BigDecimal(millionths.divide(denominator), MOST_DECIMALS));
    }
    if (numerator.max(denominator).compareTo(LONGEST) <= 0) {
      return sign + numerator + "/" + denominator;
    }
    BigDecimal quotient =
        new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL32);
    return "about " + sign + plain(quotient);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// An option at a level.
  public Slot.Setting setting(Option option, int level) {
    String holder =
        model.parties().stream()
            .filter(p -> p.id().equals(option.holder()))
            .map(Party::name)
            .findFirst()
            .orElse("");
    if (model.isGraph()) return graphState(option, level);
    return new Slot.Setting(model.label(option), option.name(), holder, option.levels().get(level));
  }

  private Slot.Setting graphState(Option option, int level) {
    String id = option.levels().get(level);
    String name =
        model.scenario().graph().getFirst().states().stream()
            .filter(s -> s.id().text().equals(id))
            .map(s -> s.name())
            .findFirst()
            .orElse(id);
    return new Slot.Setting(id, "state", "", name);
  }
}
