package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.scenario.Evidence;
import demarche.scenario.Exact;
import demarche.scenario.Problems;
import demarche.scenario.Scenario.TieEntry;
import demarche.tables.Flow;
import demarche.tables.Flows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// What an actor can give to another, or withhold.
///
/// **Definition.** From flows where there are any between the two: the share of the other's flow
/// that is with the actor, in the last year before that of the scenario's date, or where there is
/// none in the last that is known. Else the leverage of the tie from the actor to the other, as the
/// file judges it. Of several flows, or ties, the largest counts.
///
/// @param leverage from 0 to 1
/// @param told such as `1.2 % of trade (2018)`
/// @param sources ids; empty where the file names none
public record Means(
    Actor actor, Actor over, BigFraction leverage, Sentence told, List<String> sources) {
  public Means {
    sources = List.copyOf(sources);
  }

  static List<Means> of(Model model) {
    Flows flows = Flows.of(model.scenario(), new Problems(Map.of()));
    String date = model.scenario().head().date();
    int before = date.matches("[0-9]{4}.*") ? Integer.parseInt(date.substring(0, 4)) : 9999;
    List<Means> means = new ArrayList<>();
    for (Actor actor : model.actors()) {
      for (Actor over : model.actors()) {
        if (over.index() == actor.index()) continue;
        List<Means> shares = shares(flows, actor, over, before);
        means.addAll(shares.isEmpty() ? tie(model, actor, over) : shares);
      }
    }
    return means;
  }

  private static List<Means> shares(Flows flows, Actor actor, Actor over, int before) {
    List<Means> shares = new ArrayList<>();
    for (Flow flow : flows.all()) {
      for (int year : year(flow, actor, over, before).stream().toList()) {
        Flow.Share share = flow.share(over.id(), actor.id(), year, Flow.Choice.FIRST).orElseThrow();
        shares.add(new Means(actor, over, share.value(), told(flow, year, share), sources(share)));
      }
    }
    return shares;
  }

  /// The last before a year, or where there is none the last of all.
  private static Optional<Integer> year(Flow flow, Actor actor, Actor over, int before) {
    List<Integer> years =
        flow.years().stream()
            .filter(y -> flow.share(over.id(), actor.id(), y, Flow.Choice.FIRST).isPresent())
            .sorted()
            .toList();
    return years.stream()
        .filter(y -> y < before)
        .reduce((_, last) -> last)
        .or(() -> years.stream().reduce((_, last) -> last));
  }

  private static Sentence told(Flow flow, int year, Flow.Share share) {
    return say(
        "{} of {} ({})",
        new Slot.Amount(percent(share.value().doubleValue()), "%"),
        new Slot.Plain(flow.id()),
        new Slot.Plain(String.valueOf(year)));
  }

  private static List<String> sources(Flow.Share share) {
    return share.rows().stream()
        .map(Flow.Row::source)
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }

  private static String percent(double share) {
    return new BigDecimal(100 * share).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  /// The largest that an actor has over another; empty where none is known.
  static Optional<Means> of(List<Means> all, String actor, String over) {
    return all.stream()
        .filter(m -> m.actor.id().equals(actor) && m.over.id().equals(over))
        .reduce((a, b) -> Exact.isMore(b.leverage, a.leverage) ? b : a);
  }

  private static List<Means> tie(Model model, Actor actor, Actor over) {
    List<Means> ties = new ArrayList<>();
    for (TieEntry tie : model.scenario().ties()) {
      if (!tie.from().text().equals(actor.id()) || !tie.to().text().equals(over.id())) continue;
      Evidence evidence = tie.evidence();
      ties.add(
          new Means(
              actor,
              over,
              model.number(tie.leverage()),
              say("{} (judged)", Wording.amount(model.number(tie.leverage()))),
              evidence.citations().stream().map(c -> c.source().text()).distinct().toList()));
    }
    return ties;
  }
}
