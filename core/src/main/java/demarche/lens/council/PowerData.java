package demarche.lens.council;

import demarche.finding.Data;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// The power of members, for programs: whole numbers, and fractions as text.
final class PowerData {
  private PowerData() {}

  static void add(Power power, Map<String, Data> fields) {
    fields.put("players", new Data.Whole(power.players().size()));
    fields.put("winning", number(power.winning()));
    fields.put("minimalWinning", number(power.minimalWinning()));
    fields.put("minimalBlocking", number(power.minimalBlocking()));
    fields.put(
        "toAct", power.toAct().isEmpty() ? new Data.Nothing() : fraction(power.toAct().getFirst()));
    Map<String, Data> members = new LinkedHashMap<>();
    for (int i = 0; i < power.players().size(); i++) {
      Map<String, Data> indices = new LinkedHashMap<>();
      power.indices(i).forEach((index, value) -> indices.put(index.key(), fraction(value)));
      members.put(power.players().get(i), new Data.Fields(indices));
    }
    fields.put("power", new Data.Fields(members));
  }

  private static Data number(List<BigInteger> number) {
    return number.isEmpty()
        ? new Data.Nothing()
        : new Data.Exact(BigFraction.of(number.getFirst()));
  }

  private static Data fraction(BigFraction number) {
    return new Data.Text(text(number));
  }

  /// Such as `421/2145`, or `1`.
  static String text(BigFraction number) {
    BigInteger below = number.getDenominator().abs();
    String above = number.getNumerator().toString();
    return below.equals(BigInteger.ONE) ? above : above + "/" + below;
  }
}
