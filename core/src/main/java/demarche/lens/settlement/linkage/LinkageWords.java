package demarche.lens.settlement.linkage;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.settlement.linkage.Linkage.Level;
import demarche.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Tells which issues must be on the table together, and what that allows.
final class LinkageWords {
  private static final int MOST_NAMED = 4;
  private static final int MOST_DRAWN = 16;
  private static final int MOST_ROWS = 24;

  private final Model model;
  private final Wording wording;
  private final Linkage linkage;
  private final Worth worth;

  LinkageWords(Model model, Linkage linkage, Worth worth) {
    this.model = model;
    this.wording = new Wording(model);
    this.linkage = linkage;
    this.worth = worth;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding("linkage", Prominence.HEADLINE, statement(), reasons(), List.of()));
    findings.add(agendas());
    if (linkage.count(linkage.full()) > 0) {
      findings.addAll(levels());
      findings.add(worths());
    }
    return findings;
  }

  private Sentence statement() {
    int full = linkage.full();
    if (linkage.count(full) == 0) {
      return say(
          "No agenda opens a zone of agreement: even with {} on the table nothing could be agreed",
          agenda(full));
    }
    List<Integer> opening = linkage.opening();
    if (opening.equals(List.of(0))) {
      return say(
          "Something could be agreed with nothing on the table: the status quo, which is not what"
              + " happens without a deal");
    }
    List<Slot> named = opening.stream().limit(MOST_NAMED).<Slot>map(this::agenda).toList();
    Sentence statement =
        say(
            opening.size() == 1
                ? "The smallest agenda that opens a zone of agreement: {}"
                : "The smallest agendas that open a zone of agreement: {}",
            new Slot.Several(named));
    return opening.size() <= MOST_NAMED
        ? statement
        : statement.then(", and {}", new Slot.Count(opening.size() - MOST_NAMED, "more", "more"));
  }

  private List<Sentence> reasons() {
    int full = linkage.full();
    if (linkage.count(full) == 0) return List.of();
    List<Sentence> reasons = new ArrayList<>();
    if (linkage.areas().size() > 1 && linkage.areas().size() <= MOST_NAMED) {
      List<Slot> counts = new ArrayList<>();
      for (int a = 0; a < linkage.areas().size(); a++) {
        counts.add(
            new Slot.Clause(say("{} with {} alone", none(linkage.count(1 << a)), agenda(1 << a))));
      }
      counts.add(new Slot.Clause(say("{} with all areas", settlements(linkage.count(full)))));
      reasons.add(say("There would be {}", new Slot.Several(counts)));
    }
    if (linkage.areas().size() > 1) {
      reasons.add(
          say(
              "Of all these {} need several areas at once, and {} every area",
              none(linkage.needingSeveral()),
              none(linkage.needingAll())));
    }
    broader().entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(wider ->
            reasons.add(
                say(
                    "Agreed not on the area of its own alone, only with {}: {}",
                    wider.getKey(),
                    new Slot.Several(wider.getValue()))));
    return reasons;
  }

  /// Levels that are agreed on no agenda of areas of their own option, by the agendas that do.
  private Map<Slot, List<Slot>> broader() {
    Map<Slot, List<Slot>> broader = new LinkedHashMap<>();
    for (Level level : linkage.levels()) {
      int own = own(level);
      if (linkage.isAgreed(level, own)) continue;
      broader
          .computeIfAbsent(alternatives(linkage.opening(level)), _ -> new ArrayList<>())
          .add(wording.setting(level.option(), level.level()));
    }
    return broader;
  }

  private int own(Level level) {
    List<List<demarche.model.Option>> areas = List.copyOf(model.issues().values());
    return IntStream.range(0, areas.size())
        .filter(a -> areas.get(a).contains(level.option()))
        .map(a -> 1 << a)
        .sum();
  }

  private Slot alternatives(List<Integer> agendas) {
    List<Slot> named = agendas.stream().limit(MOST_NAMED).<Slot>map(this::agenda).toList();
    Sentence all = say("{}", named.getFirst());
    for (Slot more : named.subList(1, named.size())) all = all.then(", or {}", more);
    int left = agendas.size() - named.size();
    if (left > 0) all = all.then(", or {}", new Slot.Count(left, "more", "more"));
    return new Slot.Clause(all);
  }

  private Slot agenda(int agenda) {
    if (agenda == 0) return new Slot.Plain("no area");
    return new Slot.Plain("{" + String.join(", ", linkage.names(agenda)) + "}");
  }

  private static Slot number(long count) {
    return new Slot.Count(count, "", "");
  }

  private static Slot none(long count) {
    return count == 0 ? new Slot.Plain("none") : number(count);
  }

  private static Slot settlements(long count) {
    return new Slot.Count(count, "settlement", "settlements");
  }

  private Finding agendas() {
    List<Integer> all = linkage.agendas();
    return new Finding(
        "agendas",
        Prominence.SECTION,
        say(
            "How many settlements there are when only the options of some areas may stand otherwise"
                + " than in the status quo"),
        List.of(),
        List.of(all.size() <= MOST_DRAWN ? lattice(all) : table(all)));
  }

  /// Each agenda, linked to those with one area more.
  private Figure lattice(List<Integer> all) {
    List<Integer> opening = linkage.opening();
    List<Figure.Node> nodes = new ArrayList<>();
    List<Figure.Link> links = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      int agenda = all.get(at);
      Figure.Weight weight =
          opening.contains(agenda)
              ? Figure.Weight.STRONG
              : linkage.count(agenda) > 0 ? Figure.Weight.PLAIN : Figure.Weight.FAINT;
      nodes.add(
          new Figure.Node(
              say("{}", agenda(agenda)), say("{}", settlements(linkage.count(agenda))), weight));
      for (int a = 0; a < linkage.areas().size(); a++) {
        if ((agenda >>> a & 1) == 1) continue;
        int wider = agenda | 1 << a;
        links.add(
            new Figure.Link(
                at,
                all.indexOf(wider),
                say(""),
                linkage.count(wider) > linkage.count(agenda)
                    ? Figure.Weight.PLAIN
                    : Figure.Weight.FAINT));
      }
    }
    return new Figure.Network(
        "Settlements by agenda",
        "on the table",
        "settlements",
        nodes,
        links,
        say(
            "thick border: a smallest agenda that opens a zone; broken border: no settlement; dotted"
                + " arrow: the area added brings nothing"),
        say(""));
  }

  /// The smallest that open a zone, then single areas, then all.
  private Figure table(List<Integer> all) {
    List<Integer> told = new ArrayList<>(linkage.opening());
    all.stream().filter(a -> Integer.bitCount(a) == 1 && !told.contains(a)).forEach(told::add);
    if (!told.contains(linkage.full())) told.add(linkage.full());
    List<List<Sentence>> rows =
        told.stream()
            .limit(MOST_ROWS)
            .map(a -> List.of(say("{}", agenda(a)), say("{}", number(linkage.count(a)))))
            .toList();
    return new Figure.Table(
        "Settlements by agenda: %d of %,d agendas".formatted(rows.size(), all.size()),
        List.of("on the table", "settlements"),
        rows);
  }

  private List<Finding> levels() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Level level : linkage.levels()) {
      rows.add(
          List.of(
              say("{}", wording.setting(level.option(), level.level())),
              say("{}", alternatives(linkage.opening(level)))));
    }
    if (rows.isEmpty()) return List.of();
    return List.of(
        new Finding(
            "levels",
            Prominence.DETAIL,
            say(
                "What changes of the status quo some settlement has, and on which smallest agendas"),
            List.of(),
            List.of(
                new Figure.Table(
                    "What each agenda allows", List.of("agreed", "only with"), rows))));
  }

  private Finding worths() {
    List<String> headers = new ArrayList<>(List.of(""));
    linkage.required().forEach(a -> headers.add(a.name()));
    List<List<Sentence>> rows = new ArrayList<>();
    List<Sentence> most = new ArrayList<>();
    for (int a = 0; a < linkage.areas().size(); a++) {
      List<Sentence> row =
          new ArrayList<>(List.of(say("{}", new Slot.Plain(linkage.areas().get(a)))));
      for (int i = 0; i < linkage.required().size(); i++) row.add(say("{}", worth.shown(i, a)));
      rows.add(row);
      most.add(mostTo(a));
    }
    return new Finding(
        "worth",
        Prominence.SECTION,
        say(
            "What each area is worth: by how much the best settlement for a party gets worse for it"
                + " when the area is taken off the full agenda, in {}",
            new Slot.Plain(worth.unit())),
        most,
        List.of(new Figure.Table("Which issue is worth most to whom", headers, rows)));
  }

  private Sentence mostTo(int area) {
    List<Integer> most = worth.most(area);
    Slot name = new Slot.Plain(linkage.areas().get(area));
    return most.isEmpty()
        ? say("{} is worth nothing to anybody on the full agenda", name)
        : say(
            "{} is worth most to {}",
            name,
            new Slot.Several(
                most.stream().<Slot>map(i -> wording.party(linkage.required().get(i))).toList()));
  }
}
