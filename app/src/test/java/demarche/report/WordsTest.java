package demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.report.Style.Marks;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final Style STYLE = Style.plain(100, Marks.UNICODE);

  private static List<String> lines(Words words, int width) {
    return words.lines(width, STYLE).stream().map(Words.Line::text).toList();
  }

  @Test
  void linesBreakBetweenWords() {
    assertThat(lines(Words.of("one two  three"), 7)).containsExactly("one two", "three");
  }

  @Test
  void textWithoutABlankGoesOnWithTheLastWord() {
    Words words = Words.of("state").add("[01]", Tone.FAINT).add(" next", Tone.PLAIN);
    assertThat(lines(words, 9)).containsExactly("state[01]", "next");
  }

  @Test
  void wordsInsideWordsKeepTheirBlanks() {
    Words words = Words.of("(").add(Words.of("a b")).add(")", Tone.PLAIN);
    assertThat(lines(words, 3)).containsExactly("(a", "b)");
  }

  @Test
  void wordsThatBeginWithABlankDoNotGoOnWithTheLastWord() {
    assertThat(lines(Words.of("in 1 move").add(Words.of(" and ends")).add(".", Tone.PLAIN), 20))
        .containsExactly("in 1 move and ends.");
    assertThat(lines(Words.of("in 1 move").add(new Words()).add("s", Tone.PLAIN), 20))
        .containsExactly("in 1 moves");
  }

  @Test
  void wordLongerThanTheLineIsCut() {
    assertThat(lines(Words.of("abcdefgh"), 3)).containsExactly("abc", "def", "gh");
  }

  @Test
  void wideLettersTakeTwoColumnsAndCombiningMarksNone() {
    assertThat(Glyphs.columns("北朝")).isEqualTo(4);
    assertThat(Glyphs.columns("e\u0301")).isEqualTo(1);
    assertThat(lines(Words.of("北朝 鮮"), 5)).containsExactly("北朝", "鮮");
  }

  @Test
  void sentencesEndOnce() {
    assertThat(lines(Words.of("It holds").stop().stop(), 20)).containsExactly("It holds.");
    assertThat(lines(Words.of("Why?").stop(), 20)).containsExactly("Why?");
    assertThat(lines(new Words().stop(), 20)).isEmpty();
  }

  @Test
  void plainSignsStandInForOthers() {
    assertThat(Glyphs.ascii("Córdoba · “x” → y…")).isEqualTo("Cordoba - \"x\" -> y...");
    assertThat(Glyphs.ascii("北")).isEqualTo("?");
  }

  @Test
  void nothingSteersTheTerminal() {
    assertThat(Glyphs.harmless("a\u001b[31mb\u202ec\u009bd\r\ne")).isEqualTo("a [31mbc d  e");
  }
}
