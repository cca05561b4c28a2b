package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Tells what lotteries and side payments would add.
final class MixWords {
  private final Outlook outlook;

  MixWords(Outlook outlook) {
    this.outlook = outlook;
  }

  Finding lotteries(Mixing mixing) {
    if (!mixing.notSearched().isEmpty()) {
      return finding(
          "lotteries",
          say("Lotteries were not sought: {}", Outlook.plain(mixing.notSearched())),
          List.of(),
          List.of());
    }
    List<List<Sentence>> rows = new ArrayList<>();
    mixing.lotteries().forEach((rule, lottery) -> rows.add(row(rule, lottery)));
    List<Sentence> reasons = new ArrayList<>();
    if (!mixing.lotteries().containsKey(Solution.NASH)) {
      reasons.add(
          say(
              "The {} of lotteries was not sought: with more than two parties it need not be a"
                  + " fraction",
              Solution.NASH.slot()));
    }
    return finding(
        "lotteries",
        say(
            "If chance may decide between settlements, so that all accept whatever is drawn: a"
                + " lottery that is best by each rule, perhaps one of several"),
        reasons,
        List.of(
            new Figure.Table(
                "Lotteries", List.of("", "with probability", "measure", "without"), rows)));
  }

  private List<Sentence> row(Solution rule, Mixing.Lottery lottery) {
    List<Slot> chances = new ArrayList<>();
    for (Map.Entry<Integer, BigFraction> chance : lottery.chances().entrySet()) {
      chances.add(
          new Slot.Clause(
              say(
                  "{} {}",
                  Outlook.rounded(chance.getValue(), ""),
                  outlook.state(chance.getKey()))));
    }
    Points.Point without = outlook.points().bySolution().get(rule);
    return List.of(
        say("{}", rule.slot()),
        say("{}", new Slot.Several(chances)),
        say("{}", Outlook.rounded(lottery.measure(), "")),
        without == null ? say("") : say("{}", Outlook.rounded(without.measure(), "")));
  }

  Finding payments(Payments payments) {
    if (payments.states().isEmpty()) {
      return finding(
          "payments",
          say(
              "Side payments open nothing: no state that crosses no red line brings more in sum than"
                  + " no deal"),
          List.of(),
          List.of());
    }
    int state = payments.states().getFirst();
    BigFraction share = payments.sum().divide(outlook.zone().required().size());
    Sentence statement =
        say(
            "If gains could be paid over, one for one, {} would bring most, {} in sum, and each would"
                + " get {} of it",
            outlook.state(state),
            Outlook.rounded(payments.sum(), outlook.stakes().unit().word()),
            Outlook.rounded(share, ""));
    List<Sentence> reasons = new ArrayList<>();
    if (!outlook.zone().settlements().contains(state)) {
      reasons.add(say("Without payments it is no settlement"));
    }
    if (payments.states().size() > 1) {
      reasons.add(
          say(
              "As much would come from {}",
              new Slot.Count(payments.states().size() - 1L, "other state", "other states")));
    }
    return finding("payments", statement, reasons, List.of(table(payments, state)));
  }

  private Figure table(Payments payments, int state) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (int i = 0; i < payments.payments().size(); i++) {
      BigFraction payment = payments.payments().get(i);
      rows.add(
          List.of(
              say("{}", outlook.wording().party(outlook.zone().required().get(i))),
              say("{}", Outlook.rounded(outlook.stakes().gain(i, state), "")),
              say(
                  payment.signum() > 0 ? "is paid {}" : "pays {}",
                  Outlook.rounded(payment.abs(), ""))));
    }
    return new Figure.Table("Side payments", List.of("", "gain by the state", "payment"), rows);
  }

  private static Finding finding(
      String id, Sentence statement, List<Sentence> reasons, List<Figure> figures) {
    return new Finding(id, Prominence.SECTION, statement, reasons, figures);
  }
}
