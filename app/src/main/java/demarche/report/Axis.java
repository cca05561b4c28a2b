package demarche.report;

import demarche.report.view.Block;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A scale with round marks, from the pixel `low` to the pixel `high`.
record Axis(double from, double step, int steps, double low, double high) {
  /// Four to eight marks at round numbers; zero is among them.
  static Axis of(List<Double> numbers, double low, double high) {
    double least = Math.min(0, numbers.stream().mapToDouble(d -> d).min().orElse(0));
    double most = Math.max(0, numbers.stream().mapToDouble(d -> d).max().orElse(0));
    if (most - least < 1e-12) most = least + 1;
    double rough = (most - least) / 6;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        power
            * Stream.of(1.0, 2.0, 5.0, 10.0)
                .filter(s -> s * power >= rough)
                .findFirst()
                .orElse(10.0);
    double from = Math.floor(least / step) * step;
    int steps = (int) Math.ceil((most - from) / step - 1e-9);
    return new Axis(from, step, Math.max(1, steps), low, high);
  }

  double at(double number) {
    return tenth(low + (number - from) / (step * steps) * (high - low));
  }

  List<Block.Mark> marks(String kind) {
    List<Block.Mark> marks = new ArrayList<>();
    for (int k = 0; k <= steps; k++) {
      double number = from + k * step;
      marks.add(new Block.Mark(kind, at(number), told(number)));
    }
    return marks;
  }

  private static String told(double number) {
    BigDecimal round =
        new BigDecimal(number).round(new MathContext(6)).setScale(6, RoundingMode.HALF_UP);
    return round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
  }

  private static double tenth(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }
}
