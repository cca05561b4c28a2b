package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.sensitivity.Share;
import demarche.testing.Spoken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RobustHeadlineTest {
  private static Robustness.Finding finding(String words, Cell base, Share share) {
    return new Robustness.Finding(
        new Column(words, words, Column.Kind.YES_NO),
        base,
        new Robustness.Shared(share),
        List.of(),
        Optional.empty());
  }

  private static Robustness.Finding so(String words, int percent) {
    return finding(words, new Cell.YesNo(true), new Share(percent, 100, 0));
  }

  private static List<String> otherwise(Robustness.Finding... all) {
    return RobustHeadline.otherwise(List.of(all)).stream().map(Spoken::words).toList();
  }

  @Test
  void nothingIsOtherwiseThatMostDrawsUphold() {
    Robustness.Finding no = finding("d", new Cell.YesNo(false), new Share(50, 100, 0));
    Robustness.Finding unasked = finding("e", new Cell.YesNo(true), new Share(0, 0, 100));
    assertThat(otherwise(so("a", 100), so("b", 50), no, unasked)).isEmpty();
  }

  @Test
  void threeAreNamedTheSurestFirst() {
    Robustness.Finding no = finding("d", new Cell.YesNo(false), new Share(95, 100, 0));
    assertThat(otherwise(so("a", 45), so("b", 90), so("c", 10), no, so("f", 30), so("g", 49)))
        .containsExactly(
            "In most draws 5 are otherwise than at the file's values: d (95.0 % of draws), c (10.0 % of"
                + " draws), f (30.0 % of draws), 2 more");
    assertThat(otherwise(so("a", 45)))
        .containsExactly(
            "In most draws 1 is otherwise than at the file's values: a (45.0 % of draws)");
    assertThat(otherwise(so("a", 45), so("b", 1)))
        .containsExactly(
            "In most draws 2 are otherwise than at the file's values: b (1.0 % of draws), a (45.0"
                + " % of draws)");
  }
}
