package demarche.report;

import demarche.finding.Figure;
import demarche.report.view.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Votes as bars of a page, in the units of the drawing: 600 wide, whatever the screen.
record Ballots(Spelled spelled) {
  private static final double WIDTH = 600;

  Block.Polls of(List<Figure.Poll> polls) {
    return new Block.Polls(polls.stream().map(this::poll).toList());
  }

  private Block.Poll poll(Figure.Poll poll) {
    List<Block.Seat> seats = new ArrayList<>();
    double at = 0;
    for (Figure.Share share : poll.shares()) {
      String kind = share.cast().name().toLowerCase(Locale.ROOT);
      String name = Glyphs.harmless(share.member()) + ": " + share.cast().word();
      double end = at + share.size() * WIDTH;
      seats.add(new Block.Seat(kind, tenth(at), tenth(end - at), name));
      at = end;
    }
    return new Block.Poll(
        Glyphs.harmless(poll.label()),
        spelled.of(poll.rule()),
        desc(poll),
        seats,
        tenth(Math.min(1, poll.needed()) * WIDTH),
        poll.passes() ? "passes" : "fails",
        poll.passes() ? "✓" : "✕",
        spelled.of(poll.told()));
  }

  /// The bar in words: who does what.
  private static String desc(Figure.Poll poll) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (Figure.Share share : poll.shares()) {
      members
          .computeIfAbsent(share.cast().word(), _ -> new ArrayList<>())
          .add(Glyphs.harmless(share.member()));
    }
    return members.entrySet().stream()
        .map(cast -> cast.getKey() + ": " + String.join(", ", cast.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static double tenth(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }
}
