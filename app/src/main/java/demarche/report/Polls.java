package demarche.report;

import demarche.finding.Figure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Draws votes as text: a bar of signs for each majority, with a stroke where yes votes must reach.
record Polls(Phrases phrases, Page page) {
  private static final int LENGTH = 30;
  private static final Map<Figure.Cast, Character> SIGNS =
      new EnumMap<>(
          Map.of(
              Figure.Cast.YES, '#',
              Figure.Cast.ABSTAIN, '.',
              Figure.Cast.ABSENT, '_',
              Figure.Cast.NO, '-',
              Figure.Cast.VETO, 'x'));

  void draw(List<Figure.Poll> polls) {
    Grid grid =
        new Grid()
            .column("", Grid.Flow.WRAPS)
            .column("votes", Grid.Flow.FIXED)
            .column("needs", Grid.Flow.WRAPS)
            .column("outcome", Grid.Flow.WRAPS);
    String before = "";
    for (Figure.Poll poll : polls) {
      boolean more = poll.label().equals(before); // another majority of the same text
      before = poll.label();
      grid.row(
          List.of(
              more ? new Words() : Words.of(Glyphs.harmless(poll.label())),
              Words.of(bar(poll)),
              phrases.of(poll.rule()),
              more ? new Words() : phrases.of(poll.told())));
    }
    grid.write(page);
    page.paragraph(
        new Words()
            .add("# yes, . abstains, _ absent, - no, x vetoes, | what is needed", Tone.FAINT),
        0,
        2);
  }

  /// A sign for each part of the whole, by where its middle lies.
  private static String bar(Figure.Poll poll) {
    StringBuilder bar = new StringBuilder();
    int line = (int) Math.round(poll.needed() * LENGTH);
    for (int k = 0; k < LENGTH; k++) {
      if (k == line) bar.append('|');
      bar.append(sign(poll, (k + 0.5) / LENGTH));
    }
    if (line >= LENGTH) bar.append('|');
    return bar.toString();
  }

  private static char sign(Figure.Poll poll, double at) {
    double end = 0;
    for (Figure.Share share : poll.shares()) {
      end += share.size();
      if (at < end) return SIGNS.getOrDefault(share.cast(), ' ');
    }
    return ' ';
  }
}
