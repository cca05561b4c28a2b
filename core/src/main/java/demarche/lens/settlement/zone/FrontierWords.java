package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Slot;
import demarche.lens.stability.Concept;
import demarche.model.Proposal;
import demarche.scenario.Exact;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Tells which settlements nothing beats, as a plot and as a table.
final class FrontierWords {
  private static final int MOST_DOTS = 400;

  private final Outlook outlook;
  private final int rows;
  private final List<Integer> frontier;

  FrontierWords(Outlook outlook, int rows) {
    this.outlook = outlook;
    this.rows = rows;
    List<Summed> all = new ArrayList<>();
    for (Frontier.Profile profile : outlook.frontier().profiles()) {
      BigFraction sum = sum(profile.first());
      profile.states().forEach(s -> all.add(new Summed(s, sum)));
    }
    this.frontier =
        all.stream()
            .sorted(
                Comparator.comparing(Summed::sum, Exact.ORDER.reversed())
                    .thenComparingInt(Summed::state))
            .map(Summed::state)
            .toList();
  }

  private record Summed(int state, BigFraction sum) {}

  private BigFraction sum(int state) {
    return outlook.stakes().gains(state).stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  private BigFraction least(int state) {
    return outlook.stakes().gains(state).stream().min(Exact.ORDER).orElse(BigFraction.ZERO);
  }

  /// Nothing where nothing could be agreed, or it was not searched.
  ///
  /// @param hull corners of what lotteries reach, where that is shown
  List<Finding> findings(List<Frontier.Profile> hull) {
    if (frontier.isEmpty()) return List.of();
    return List.of(
        new Finding(
            "frontier",
            Prominence.DETAIL,
            say(
                "{} on the Pareto frontier: no other settlement is better for one and worse for none",
                new Slot.Count(frontier.size(), "settlement stands", "settlements stand")),
            List.of(),
            List.of(plot(hull), table())));
  }

  private Figure table() {
    List<Concept> concepts = outlook.stability().strictestFirst();
    List<Figure.Row> shown =
        frontier.stream()
            .limit(rows)
            .map(s ->
                new Figure.Row(
                    outlook.wording().state(outlook.space(), s),
                    String.join(", ", names(s)),
                    concepts.stream().map(c -> outlook.stability().isEquilibrium(c, s)).toList(),
                    say("together {}", Outlook.rounded(sum(s), ""))))
            .toList();
    return new Figure.StateTable(
        "Frontier, the greatest sum first",
        concepts.stream().map(Concept::slot).toList(),
        shown,
        (long) frontier.size() - shown.size());
  }

  private boolean isOfTwo() {
    return outlook.zone().required().size() == 2;
  }

  private Figure plot(List<Frontier.Profile> hull) {
    Map<Integer, List<String>> named = named();
    List<Integer> states = new ArrayList<>(named.keySet());
    hull.forEach(p -> add(states, p.first()));
    outlook.frontier().profiles().forEach(p -> add(states, p.first()));
    StateSet front = outlook.frontier().states(outlook.space().size());
    int[] within = outlook.zone().settlements().except(front).stream().toArray();
    int room = Math.max(1, MOST_DOTS - states.size());
    int stride = Math.max(1, Math.ceilDiv(within.length, room)); // an even choice of them
    for (int k = 0; k < within.length; k += stride) add(states, within[k]);
    int all = outlook.zone().settlements().count();
    int ties = frontier.size() - outlook.frontier().profiles().size();
    long left = (long) all - ties - states.size();
    List<Figure.Dot> dots =
        states.stream().map(s -> dot(s, front, named.getOrDefault(s, List.of()))).toList();
    String unit = " in " + outlook.stakes().unit().word();
    return new Figure.Plot(
        "The settlements by what they bring",
        isOfTwo()
            ? "gain of " + outlook.zone().required().getFirst().name() + unit
            : "sum of gains" + unit,
        isOfTwo()
            ? "gain of " + outlook.zone().required().getLast().name() + unit
            : "least gain" + unit,
        dots,
        hull.stream().map(p -> states.indexOf(p.first())).toList(),
        left <= 0
            ? say("")
            : say("Left out: {}", new Slot.Count(left, "settlement", "settlements")));
  }

  private static void add(List<Integer> states, int state) {
    if (states.size() < MOST_DOTS && !states.contains(state)) states.add(state);
  }

  private Figure.Dot dot(int state, StateSet front, List<String> names) {
    BigFraction x = isOfTwo() ? outlook.stakes().gain(0, state) : sum(state);
    BigFraction y = isOfTwo() ? outlook.stakes().gain(1, state) : least(state);
    return new Figure.Dot(
        x.doubleValue(),
        y.doubleValue(),
        front.contains(state) ? Figure.Rank.FRONTIER : Figure.Rank.WITHIN,
        names,
        say("{} and {}", Outlook.rounded(x, ""), Outlook.rounded(y, "")));
  }

  /// What rules pick out, and the proposals that are settlements.
  private Map<Integer, List<String>> named() {
    Map<Integer, List<String>> named = new LinkedHashMap<>();
    outlook
        .points()
        .bySolution()
        .forEach((rule, point) ->
            named.computeIfAbsent(point.first(), _ -> new ArrayList<>()).add(rule.told()));
    for (Proposal proposal : outlook.space().model().proposals()) {
      int state = outlook.space().state(proposal.end());
      if (state < 0 || !outlook.zone().settlements().contains(state)) continue;
      named.computeIfAbsent(state, _ -> new ArrayList<>()).add(proposal.name());
    }
    return named;
  }

  private List<String> names(int state) {
    return named().getOrDefault(state, List.of());
  }
}
