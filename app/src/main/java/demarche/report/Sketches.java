package demarche.report;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.report.Drafting.Arrow;
import demarche.report.Drafting.Box;
import demarche.report.Drafting.Entry;
import demarche.report.Drafting.Sketch;
import demarche.report.view.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Turns figures into boxes and arrows that can be drawn.
final class Sketches {
  private static final List<Block.Key> OF_MAPS =
      List.of(
          new Block.Key("always", "thick border: holds under every concept asked for"),
          new Block.Key("sometimes", "thin border: under some"),
          new Block.Key("never", "dashed border: under none"),
          new Block.Key("", "dashed arrow: only together"),
          new Block.Key(
              "",
              "a box without arrows: no gain leads there from a state shown, nor from there to one"));

  private final Spelled spelled;

  Sketches(Spelled spelled) {
    this.spelled = spelled;
  }

  Sketch of(Figure.StateMap map, Block.Table words) {
    return new Sketch(
        Glyphs.harmless(map.title()),
        desc(map.spots().size(), "state", "states", map.ways().size()),
        "from the status quo",
        IntStream.range(0, map.spots().size())
            .mapToObj(n -> box(map.spots().get(n), n == 0))
            .toList(),
        map.ways().stream().map(this::arrow).toList(),
        OF_MAPS,
        words);
  }

  private static String desc(int boxes, String one, String many, int arrows) {
    return "%s and %s between them"
        .formatted(Phrases.count(boxes, one, many), Phrases.count(arrows, "arrow", "arrows"));
  }

  /// What stands in a box: names, what differs from the status quo, under what it holds.
  private Box box(Figure.Spot spot, boolean quo) {
    List<Entry> entries = new ArrayList<>();
    List<String> names = new ArrayList<>(spot.names());
    if (names.size() > 2) {
      names = List.of(names.getFirst(), "and %d more proposals".formatted(names.size() - 1));
    }
    names.forEach(name -> entries.add(new Entry("name", Glyphs.harmless(name), 3)));
    boolean same = spot.state().differences().isEmpty();
    if (!same) entries.add(new Entry("words", Phrases.differences(spot.state()), 4));
    entries.add(new Entry("remark", spelled.of(spot.remark()).words(), 2));
    String kind =
        switch (spot.standing()) {
          case ALWAYS -> "always";
          case SOMETIMES -> "sometimes";
          case NEVER -> "never";
        };
    return new Box(quo ? kind + " quo" : kind, entries);
  }

  private Arrow arrow(Figure.Way way) {
    String kind =
        switch (way.going()) {
          case ALONE -> "alone";
          case TOGETHER -> "together";
        };
    String by = spelled.of(Phrases.movers(way)).words();
    String inShort = "all %d together".formatted(way.by().size());
    return new Arrow(way.from(), way.to(), kind, by, inShort);
  }

  Sketch of(Figure.Network network, Block.Table words) {
    return new Sketch(
        Glyphs.harmless(network.title()),
        desc(network.nodes().size(), "box", "boxes", network.links().size()),
        "the first",
        network.nodes().stream()
            .map(node ->
                new Box(
                    kind(node.weight()),
                    List.of(entry("name", node.name()), entry("words", node.told()))))
            .toList(),
        network.links().stream()
            .map(link -> {
              String told = spelled.of(link.told()).words();
              return new Arrow(link.from(), link.to(), kind(link.weight()), told, "see below");
            })
            .toList(),
        network.legend().pattern().isEmpty()
            ? List.of()
            : List.of(new Block.Key("", spelled.of(network.legend()).words())),
        words);
  }

  private Entry entry(String kind, Sentence told) {
    return new Entry(kind, spelled.of(told).words(), 4);
  }

  private static String kind(Figure.Weight weight) {
    return switch (weight) {
      case STRONG -> "strong";
      case PLAIN -> "plain";
      case FAINT -> "faint";
    };
  }
}
