package demarche.store;

import demarche.analysis.Case;
import demarche.lens.forecast.Ahead;
import demarche.lens.forecast.Saved;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Where a forecast stood, with the scenario and the program that it is of.
///
/// @param sha256 of the scenario's files
/// @param variant empty for the file itself
/// @param settings parameters set from outside
/// @param version of the program
/// @param at when it stood there
public record KeptForecast(
    String sha256,
    String variant,
    Map<String, String> settings,
    String version,
    Ahead at,
    Saved saved) {
  public KeptForecast {
    settings = new LinkedHashMap<>(settings);
  }

  /// What is to be kept of a case.
  public static KeptForecast of(Case about, String version, Ahead at, Saved saved) {
    return new KeptForecast(
        about.file().sha256(),
        about.question().variant(),
        about.question().settings(),
        version,
        at,
        saved);
  }

  /// Why it cannot be gone on with in a case; empty where it can.
  public String difference(Case about, String program) {
    KeptForecast now = of(about, program, at, saved);
    return Stream.of(
            differs("the scenario", sha256, now.sha256),
            differs("the program's version", version, now.version),
            differs("the variant", named(variant), named(now.variant)),
            differs("a parameter", settings, now.settings))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String named(String variant) {
    return variant.isEmpty() ? "the file as written" : "'" + variant + "'";
  }

  private static String differs(String what, Object before, Object now) {
    if (before.equals(now)) return "";
    boolean isShort = String.valueOf(before).length() <= 20 && String.valueOf(now).length() <= 20;
    return isShort ? "%s was %s and is %s".formatted(what, before, now) : what + " has changed";
  }

  /// As a JSON file that [KeptFile] reads.
  public String text() {
    return KeptFile.text(this);
  }

  /// One that was kept.
  ///
  /// @param name of the file, for messages
  /// @throws StoreFailed if the text is no such file
  public static KeptForecast read(String name, String text) {
    return KeptFile.read(name, text);
  }
}
