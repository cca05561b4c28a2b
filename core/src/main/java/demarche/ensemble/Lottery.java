package demarche.ensemble;

import demarche.model.Lots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lots of one ensemble: those of draw *k* depend on the seed and *k* alone.
///
/// @param points where the draws lie
/// @param dimensions of each input, for sequences that need them numbered
record Lottery(Points points, Map<String, Integer> dimensions) {
  Lottery {
    dimensions = Map.copyOf(dimensions);
  }

  /// @param inputs their keys, in the order in which they have dimensions
  static Lottery of(Points points, List<String> inputs) {
    Map<String, Integer> dimensions = new LinkedHashMap<>();
    for (String input : inputs) dimensions.putIfAbsent(input, dimensions.size());
    return new Lottery(points, dimensions);
  }

  Lots lots(long draw) {
    return input -> points.at(draw, input, dimensions.getOrDefault(input, 0));
  }
}
