package demarche.testing;

import demarche.model.Models;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Models of drawn files, read once for all tests of a run.
///
/// Reading a file costs more than most properties do with its model, and many properties draw the
/// same seeds. Models do not change, so threads and tests may share them. Those of the first seeds
/// are kept, at some 35 kilobytes each.
final class KeptModels {
  private static final int MOST_SEEDS = 10_000;
  private static final int MOST_KEPT = 16_000;
  private static final Pattern SEED = Pattern.compile("(?m)^title: Random (?:graph )?(\\d{1,18})$");
  private static final Map<String, Models> KEPT = new ConcurrentHashMap<>();

  private KeptModels() {}

  static Models of(String yaml, Function<String, Models> read) {
    Models kept = KEPT.get(yaml);
    if (kept != null) return kept;
    Models models = read.apply(yaml);
    if (isOfFirst(yaml) && KEPT.size() < MOST_KEPT) KEPT.putIfAbsent(yaml, models);
    return models;
  }

  private static boolean isOfFirst(String yaml) {
    Matcher seed = SEED.matcher(yaml);
    return seed.find() && Long.parseLong(seed.group(1)) < MOST_SEEDS;
  }
}
