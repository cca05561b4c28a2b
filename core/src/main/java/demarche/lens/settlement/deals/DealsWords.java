package demarche.lens.settlement.deals;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.settlement.deals.Additive.Found;
import demarche.model.Model;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Tells what could be agreed where packages are not listed.
///
/// @param rows how many profiles of the frontier are shown
record DealsWords(Model model, Found found, Deals deals, Scales scales, int rows) {
  private static final MathContext DIGITS = new MathContext(4);

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(headline());
    if (isEmpty()) return findings;
    findings.add(points());
    if (deals.unfinished().isEmpty()) findings.add(frontier());
    return findings;
  }

  private boolean isEmpty() {
    return deals.points().values().stream().allMatch(Answer.None.class::isInstance);
  }

  private Finding headline() {
    Slot all = count(deals.bargain().packages(), "package", "packages");
    Slot parties =
        new Slot.Several(found.actors().stream().<Slot>map(new Wording(model)::party).toList());
    Sentence statement;
    if (isEmpty()) {
      statement =
          say(
              "Nothing could be agreed: in none of {} would {} all be at least as well off as without"
                  + " a deal and one of them better",
              all,
              parties);
    } else if (!deals.unfinished().isEmpty()) {
      statement =
          say(
              "Of {} some could be agreed; which of them nothing beats for all was not listed: {}",
              all,
              new Slot.Plain(deals.unfinished()));
    } else {
      statement =
          say(
              "Of {} {} could be agreed by {} and are beaten by none: no other is as good for all and"
                  + " better for one",
              all,
              plain("%,d".formatted(deals.packages())),
              parties);
      if (!deals.packages().equals(BigInteger.valueOf(deals.frontier().size()))) {
        statement =
            statement.then(
                ". Some give the same to all, which leaves {}",
                count(BigInteger.valueOf(deals.frontier().size()), "outcome", "outcomes"));
      }
    }
    return new Finding("deals", Prominence.HEADLINE, statement, List.of(), List.of());
  }

  private Finding points() {
    List<Sentence> measures = new ArrayList<>();
    List<List<Sentence>> lines = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      measures.add(measure(rule));
      switch (deals.point(rule)) {
        case Answer.Exactly(var profiles, var _) ->
            profiles.stream().limit(rows).forEach(p -> lines.add(line(plain(rule.told()), p)));
        case Answer.Within(Profile profile, var _, double _) ->
            lines.add(line(plain(rule.told() + ", not proved"), profile));
        case Answer.None _, Answer.NotSearched _ -> {}
      }
    }
    return new Finding(
        "points",
        Prominence.SECTION,
        say(
            "What each would gain over no deal by the packages that rules pick out, in {}",
            plain(scales.word())),
        measures,
        List.of(new Figure.Table("Packages that rules pick out", headers("rule"), lines)));
  }

  private List<String> headers(String first) {
    return Stream.concat(Stream.of(first, "package"), found.actors().stream().map(a -> a.name()))
        .toList();
  }

  private List<Sentence> line(Slot first, Profile profile) {
    List<Sentence> cells = new ArrayList<>();
    cells.add(say("{}", first));
    Sentence state =
        say("{}", new Wording(model).state(found.state(model, profile.first().getFirst())));
    BigInteger others = profile.packages().subtract(BigInteger.ONE);
    cells.add(
        others.signum() == 0
            ? state
            : state.then(", and {} that give the same", count(others, "other", "others")));
    profile.gains().forEach(gain -> cells.add(say("{}", rounded(gain))));
    return cells;
  }

  /// How well a rule's choice does, and whether that is proved.
  private Sentence measure(Rule rule) {
    Slot name = plain(capital(rule.told()));
    Slot meaning = plain(rule.meaning());
    return switch (deals.point(rule)) {
      case Answer.Exactly(var profiles, BigFraction measure) -> {
        Sentence told = say("{}: {}; {}", name, meaning, new Slot.Clause(reached(rule, measure)));
        yield profiles.size() == 1
            ? told
            : told.then(
                "; {} do", count(BigInteger.valueOf(profiles.size()), "outcome", "outcomes"));
      }
      case Answer.Within(var _, BigFraction measure, double atMost) ->
          say(
              "{}: {}; not proved: {} was found, and nothing has more than {}",
              name,
              meaning,
              rounded(measure),
              new Slot.Amount(digits(BigDecimal.valueOf(atMost)), ""));
      case Answer.None _ -> say("{}: {}; there is none", name, meaning);
      case Answer.NotSearched(String reason) -> say("{}: not searched, {}", name, plain(reason));
    };
  }

  private Sentence reached(Rule rule, BigFraction measure) {
    return switch (rule) {
      case NASH -> say("the product is {}", rounded(measure));
      case KALAI_SMORODINSKY -> say("the least share is {}", rounded(measure));
      case EGALITARIAN -> say("the least gain is {}", rounded(measure));
      case MAXIMUM_SUM -> say("the sum is {}", rounded(measure));
    };
  }

  private Finding frontier() {
    List<List<Sentence>> lines = new ArrayList<>();
    for (Profile profile : deals.frontier()) {
      if (lines.size() == rows) break;
      lines.add(line(plain(String.valueOf(lines.size() + 1)), profile));
    }
    int left = deals.frontier().size() - lines.size();
    Sentence statement =
        say(
            "What nothing beats for all, by what {} gains, the most first",
            new Wording(model).party(found.actors().getFirst()));
    return new Finding(
        "frontier",
        Prominence.SECTION,
        left == 0
            ? statement
            : statement.then(
                "; {} not shown", count(BigInteger.valueOf(left), "more is", "more are")),
        List.of(),
        List.of(new Figure.Table("The frontier", headers("place"), lines)));
  }

  private static Slot plain(String text) {
    return new Slot.Plain(text);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// There may be more than a `long` holds.
  private static Slot count(BigInteger number, String one, String many) {
    return number.bitLength() < Long.SIZE
        ? new Slot.Count(number.longValueExact(), one, many)
        : new Slot.Plain("about " + new BigDecimal(number).round(DIGITS) + " " + many);
  }

  private static Slot.Amount rounded(BigFraction number) {
    BigDecimal quotient =
        new BigDecimal(number.getNumerator())
            .divide(new BigDecimal(number.getDenominator()), DIGITS);
    return new Slot.Amount(digits(quotient), "");
  }

  private static String digits(BigDecimal number) {
    if (number.signum() == 0) return "0";
    BigDecimal short_ = number.round(DIGITS).stripTrailingZeros();
    boolean isLong = short_.precision() - short_.scale() > 9 || short_.scale() > 9;
    return isLong ? short_.toString() : short_.toPlainString();
  }
}
