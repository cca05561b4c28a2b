package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Slot;
import demarche.scenario.Evidence;
import demarche.scenario.Scenario.SiteEntry;
import demarche.scenario.TraceEntry;
import demarche.scenario.Word;
import demarche.tables.Flow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Figures from the file's data.
final class Quantities {
  /// The mean radius of the earth, in km (IUGG).
  private static final double EARTH = 6371.0088;

  private Quantities() {}

  private static Flow table(Findings findings, Arguments arguments) {
    String id = arguments.id("f");
    return findings
        .flows()
        .flow(id)
        .orElseThrow(() -> new NoAnswer("there is no flow '" + id + "' in this variant"));
  }

  private static NoAnswer noRow(Flow flow, String a, String b, int year) {
    return new NoAnswer(
        "the flow '%s' has no row of '%s' and '%s' in %d".formatted(flow.id(), a, b, year));
  }

  static Found flow(Findings findings, Arguments arguments) {
    Flow flow = table(findings, arguments);
    String from = arguments.id("from");
    String to = arguments.id("to");
    int year = arguments.year("year");
    List<Flow.Row> rows = flow.rows(from, to, year);
    if (rows.isEmpty()) throw noRow(flow, from, to, year);
    return rows(rows.getFirst().value(), flow, rows.subList(0, 1));
  }

  static Found share(Findings findings, Arguments arguments) {
    Flow flow = table(findings, arguments);
    String a = arguments.id("a");
    String b = arguments.id("b");
    int year = arguments.year("year");
    Optional<Flow.Share> share = flow.share(a, b, year, Flow.Choice.FIRST);
    if (share.isEmpty()) throw noRow(flow, a, b, year);
    return rows(share.get().value(), flow, share.get().rows());
  }

  private static Found rows(BigFraction value, Flow flow, List<Flow.Row> rows) {
    List<Slot> told =
        rows.stream()
            .limit(6)
            .<Slot>map(row ->
                new Slot.Clause(
                    say(
                        "{} to {} {}",
                        new Slot.Plain(row.from()),
                        new Slot.Plain(row.to()),
                        new Slot.Amount(
                            demarche.lens.Wording.amount(row.value()).number(), flow.unit()))))
            .toList();
    List<Evidence> evidence =
        rows.stream().filter(r -> !r.source().isEmpty()).map(Quantities::evidence).toList();
    return new Found(
        new Value.Amount(value), List.of(say("Rows: {}", new Slot.Several(told))), evidence);
  }

  private static Evidence evidence(Flow.Row row) {
    Word source = new Word(row.source(), row.place());
    return new Evidence("", List.of(new Evidence.Citation(source, "", Evidence.Bearing.FOR)));
  }

  static Found count(Findings findings, Arguments arguments) {
    Found set = arguments.inner("set");
    long count = ((Value.Members) set.value()).count();
    return new Found(new Value.Amount(BigFraction.of(count)), List.of(), List.of());
  }

  /// How many entries of the trace have all these values.
  static Found entries(Findings findings, Arguments arguments) {
    String table = arguments.id("table");
    if (!table.equals(Known.TRACE)) {
      throw new NoAnswer("tables such as '" + table + "' are not read in this version");
    }
    List<Argument.Filter> filters = arguments.filters("column = value");
    List<TraceEntry> entries =
        findings.model().scenario().trace().stream()
            .filter(entry -> filters.stream().allMatch(f -> matches(entry, f)))
            .toList();
    List<Slot> dates =
        entries.stream().limit(20).<Slot>map(e -> new Slot.Plain(e.date().text())).toList();
    return new Found(
        new Value.Amount(BigFraction.of(entries.size())),
        dates.isEmpty() ? List.of() : List.of(say("Of {}", new Slot.Several(dates))),
        entries.stream().map(TraceEntry::evidence).toList());
  }

  private static boolean matches(TraceEntry entry, Argument.Filter filter) {
    Stream<String> values =
        switch (filter.column()) {
          case "date" -> Stream.of(entry.date().text());
          case "resolution" -> Stream.of(entry.resolution().text());
          case "variant" -> Stream.of(entry.from().text());
          case "by" -> entry.by().stream().map(Word::text);
          default ->
              entry.votes().stream()
                  .filter(v -> filter.column().equals("votes." + v.member().text()))
                  .map(v -> v.vote().text());
        };
    return values.anyMatch(filter.value()::equals);
  }

  /// Along a great circle of a sphere, in km: the haversine formula. Rounded to a metre.
  static Found distance(Findings findings, Arguments arguments) {
    SiteEntry a = site(findings, arguments.id("a"));
    SiteEntry b = site(findings, arguments.id("b"));
    double north = Math.toRadians(b.latitude() - a.latitude());
    double east = Math.toRadians(b.longitude() - a.longitude());
    double half =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude()))
                * square(Math.sin(east / 2));
    double km = 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, half)));
    BigInteger metres =
        BigDecimal.valueOf(km * 1000).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    return new Found(
        new Value.Amount(BigFraction.of(metres, BigInteger.valueOf(1000))),
        List.of(say("Kilometres along a great circle, rounded to a metre")),
        List.of(a.evidence(), b.evidence()));
  }

  private static double square(double x) {
    return x * x;
  }

  private static SiteEntry site(Findings findings, String id) {
    return findings.model().scenario().places().stream()
        .filter(s -> s.id().text().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoAnswer("there is no place '" + id + "' in this variant"));
  }
}
