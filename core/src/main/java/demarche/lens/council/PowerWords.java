package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// The power of members in words.
final class PowerWords {
  private static final int MOST_COLUMNS = 3;
  private static final int MOST_NAMES = 3;
  private static final int DECIMALS = 5;

  private final Model model;
  private final Body body;
  private final Power power;
  private final List<List<Integer>> rows; // players to whom all indices give the same

  PowerWords(Model model, Body body, Power power) {
    this.model = model;
    this.body = body;
    this.power = power;
    Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < power.players().size(); i++) {
      int player = i;
      int group =
          IntStream.range(0, power.alike().size())
              .filter(c -> power.alike().get(c).contains(player))
              .findFirst()
              .orElse(-1);
      alike.computeIfAbsent(List.of(group, power.indices(i)), _ -> new ArrayList<>()).add(i);
    }
    rows = List.copyOf(alike.values());
  }

  Finding finding() {
    return new Finding(body.id() + "-power", Prominence.DETAIL, statement(), reasons(), tables());
  }

  private Sentence statement() {
    Slot who = new Slot.OfParty(body.id(), body.name());
    if (power.winning().isEmpty()) {
      return say("The power of the members of {} was {}", who, new Slot.Plain(power.method()));
    }
    BigInteger winning = power.winning().getFirst();
    if (winning.signum() == 0) {
      return say("In {} not even all members together win, so nobody has power", who);
    }
    return say(
        "In {} {} of {} coalitions win when all others vote no, {}; counted {}",
        who,
        number(winning),
        number(power.coalitions()),
        share(power.toAct().getFirst()),
        new Slot.Plain(power.method()));
  }

  private static Slot number(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? new Slot.Count(number.longValue(), "", "")
        : new Slot.Amount(number.toString(), "");
  }

  /// Exactly and as a decimal.
  private static Slot share(BigFraction share) {
    String exact = PowerData.text(share);
    boolean whole = share.getDenominator().abs().equals(BigInteger.ONE);
    return new Slot.Plain(whole ? exact : exact + " = " + decimal(share));
  }

  private static String decimal(BigFraction share) {
    return new BigDecimal(share.getNumerator())
        .divide(new BigDecimal(share.getDenominator()), DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private List<Sentence> reasons() {
    List<Sentence> reasons = new ArrayList<>();
    power
        .minimalWinning()
        .forEach(n ->
            reasons.add(
                say("With nobody to spare win {}", number(n))
                    .then(shapes(power.shapes().winning()))));
    power
        .minimalBlocking()
        .forEach(n ->
            reasons.add(
                say("With nobody to spare keep all others from winning {}", number(n))
                    .then(shapes(power.shapes().blocking()))));
    List<Integer> idle = new ArrayList<>();
    for (int c = 0; c < power.alike().size(); c++) {
      if (power.isIdle(c)) idle.addAll(power.alike().get(c));
    }
    if (!idle.isEmpty()) {
      reasons.add(say("Can never matter, however the others vote: {}", names(idle)));
    }
    if (rows.size() > MOST_COLUMNS) {
      List<Slot> columns =
          indices(PowerIndex.values()).stream().<Slot>map(PowerIndex::narrow).toList();
      reasons.add(say("The columns: {}", new Slot.Several(columns)));
    }
    reasons.add(
        say(
            "A rule gives rights; what members want, who follows whom and who may table a text are"
                + " left aside"));
    return reasons;
  }

  /// What coalitions look like, where there are few kinds of them.
  private Sentence shapes(List<List<Integer>> shapes) {
    return shapes.isEmpty()
        ? say("")
        : say(": {}", new Slot.Several(shapes.stream().map(this::shape).toList()));
  }

  private Slot shape(List<Integer> shape) {
    List<Slot> parts = new ArrayList<>();
    for (int c = 0; c < shape.size(); c++) {
      List<Integer> alike = power.alike().get(c);
      int taken = shape.get(c);
      if (taken == 0) continue;
      if (taken == alike.size() && taken <= MOST_NAMES) {
        parts.add(names(alike));
      } else {
        Slot count = new Slot.Count(taken, "", "");
        parts.add(
            Members.clause(
                taken == alike.size()
                    ? say("all {} of {}", count, names(alike))
                    : say("{} of {}", count, names(alike))));
      }
    }
    Sentence joined = say("");
    for (int p = 0; p < parts.size(); p++) {
      joined = joined.then(p == 0 ? "{}" : " with {}", parts.get(p));
    }
    return Members.clause(joined);
  }

  /// Some players by name; the first of them where there are many.
  private Slot names(List<Integer> players) {
    int named = players.size() > MOST_NAMES + 1 ? MOST_NAMES - 1 : players.size();
    List<Slot> names = new ArrayList<>();
    players.subList(0, named).forEach(i -> names.add(new Slot.Plain(name(power.players().get(i)))));
    if (named < players.size())
      names.add(new Slot.Count(players.size() - named, "other", "others"));
    return new Slot.Several(names);
  }

  private String name(String id) {
    for (Party party : model.parties()) if (party.id().equals(id)) return party.name();
    return Game.chain(model, body).stream()
        .flatMap(part -> part.seats().stream())
        .filter(seat -> seat.id().equals(id))
        .map(Body.Seat::name)
        .findFirst()
        .orElse(id);
  }

  /// Those that were worked out.
  private List<PowerIndex> indices(PowerIndex... some) {
    return Arrays.stream(some)
        .filter(index -> rows.stream().anyMatch(r -> indices(r).containsKey(index)))
        .toList();
  }

  private Map<PowerIndex, BigFraction> indices(List<Integer> row) {
    return power.indices(row.getFirst());
  }

  private List<Figure> tables() {
    String title = "Power in " + body.name();
    if (rows.size() <= MOST_COLUMNS) return List.of(byIndex(title));
    List<PowerIndex> all = indices(PowerIndex.values());
    List<Figure> tables = new ArrayList<>();
    tables.add(byMember(title, all.stream().filter(i -> !i.isTernary()).toList()));
    List<PowerIndex> ternary = all.stream().filter(PowerIndex::isTernary).toList();
    if (!ternary.isEmpty()) {
      tables.add(byMember(title + " where members may abstain", ternary));
    }
    return tables;
  }

  /// Few kinds of members: a column for each, with exact fractions.
  private Figure byIndex(String title) {
    List<String> headers = new ArrayList<>(List.of(""));
    rows.forEach(row -> headers.add(header(row)));
    List<List<Sentence>> lines = new ArrayList<>();
    for (PowerIndex index : indices(PowerIndex.values())) {
      List<Sentence> line = new ArrayList<>(List.of(say("{}", index.slot())));
      for (List<Integer> row : rows) {
        BigFraction value = indices(row).get(index);
        line.add(value == null ? say("") : say("{}", share(value)));
      }
      lines.add(line);
    }
    return new Figure.Table(title, headers, lines);
  }

  private String header(List<Integer> row) {
    String first = name(power.players().get(row.getFirst()));
    return row.size() == 1 ? first : first + " and %d more, each".formatted(row.size() - 1);
  }

  /// Many kinds: a row for each, as decimals.
  private Figure byMember(String title, List<PowerIndex> indices) {
    List<String> headers = new ArrayList<>(List.of(""));
    indices.forEach(index -> headers.add(index.narrow().name()));
    List<List<Sentence>> lines = new ArrayList<>();
    for (List<Integer> row : rows) {
      List<Sentence> line = new ArrayList<>(List.of(say("{}", names(row))));
      for (PowerIndex index : indices) {
        BigFraction value = indices(row).get(index);
        line.add(value == null ? say("") : say("{}", new Slot.Plain(decimal(value))));
      }
      lines.add(line);
    }
    return new Figure.Table(title, headers, lines);
  }
}
