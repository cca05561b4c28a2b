package demarche.lens.forecast;

import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.testing.Drawing;
import demarche.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Small scenarios with a forecast, drawn from a seed: rates in all units, hazards that push
/// options and events, with and without conditions, some that can never strike, targets and a
/// measure.
public final class RandomForecasts {
  private final Drawing drawing;
  private final Model model;
  private final List<Option> options;

  private RandomForecasts(long seed, Model model) {
    this.drawing = new Drawing(seed * 0xD1B54A32D192ED03L + 5);
    this.model = model;
    this.options = Stream.concat(model.options().stream(), model.events().stream()).toList();
  }

  /// A scenario file; the same for the same seed.
  public static String draw(long seed) {
    String yaml = RandomModels.draw(seed);
    boolean quake = seed % 3 != 0 && !yaml.contains("\nevents:") && !yaml.contains("\ngraph:");
    if (quake) yaml += "events: {quake: {levels: [calm, weak, strong]}}\n";
    return yaml + new RandomForecasts(seed, RandomModels.model(yaml)).forecast();
  }

  private String forecast() {
    targets();
    drawing.line(0, "forecast:");
    drawing.line(
        1, "horizon: " + drawing.one(List.of("2 years", "9 months", "1 year", "400 days")));
    List<String> tempo = new ArrayList<>(List.of("default: " + rate()));
    for (Party party : model.parties()) {
      if (drawing.in(1, 3)) tempo.add(party.id() + ": " + rate());
    }
    drawing.line(1, "tempo: {" + String.join(", ", tempo) + "}");
    drawing.line(1, "sharpness: " + drawing.one(List.of("0", "1", "3", "7.5", "40", "2000")));
    int hazards = drawing.random.nextInt(4);
    if (hazards > 0) drawing.line(1, "hazards:");
    for (int h = 0; h < hazards; h++) {
      String when = drawing.in(1, 2) ? ", when: \"" + condition() + "\"" : "";
      drawing.line(2, "- {id: h%d, rate: %s%s, does: %s}".formatted(h, rate(), when, does()));
    }
    return drawing.text();
  }

  private void targets() {
    drawing.line(0, "targets:");
    drawing.line(1, "t0: \"" + news() + "\"");
    drawing.line(1, "t1: \"%s and %s\"".formatted(condition(), condition()));
    drawing.line(0, "measures:");
    drawing.line(1, "m0: {want: \"" + condition() + "\", weight: 3}");
  }

  /// What does not hold in the status quo.
  private String news() {
    Option option = drawing.one(options);
    int now = model.statusQuo()[option.index()];
    String level = option.levels().get((now + 1) % option.levels().size());
    return model.isGraph() ? level : option.shortId() + " = " + level;
  }

  private String rate() {
    return drawing.one(
        List.of(
            "0.7 per year",
            "2 per year",
            "1 / 4 per month",
            "0.02 per week",
            "0.01 per day",
            "6 per year",
            "0 per year"));
  }

  private String condition() {
    Option option = drawing.one(options);
    String level = drawing.one(option.levels());
    if (model.isGraph()) return level + " or " + drawing.one(option.levels());
    return option.shortId() + drawing.one(List.of(" = ", " != ", " >= ", " < ")) + level;
  }

  private String does() {
    if (model.isGraph()) return drawing.one(options.getFirst().levels());
    Option one = drawing.one(options);
    Option other = drawing.one(options);
    String first = one.shortId() + ": " + drawing.one(one.levels());
    if (other.equals(one)) return "{" + first + "}";
    return "{" + first + ", " + other.shortId() + ": " + drawing.one(other.levels()) + "}";
  }
}
