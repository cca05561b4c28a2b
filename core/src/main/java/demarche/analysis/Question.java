package demarche.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which world a run asks about: the file itself, or one of its variants, or other parameters.
///
/// @param variant the id of a variant; empty for the file as written
/// @param settings parameters set from outside, by name, as text; they win over file and variant
public record Question(String variant, Map<String, String> settings) {
  /// The file as it is written.
  public static final Question AS_WRITTEN = new Question("", Map.of());

  public Question {
    settings = new LinkedHashMap<>(settings);
  }
}
