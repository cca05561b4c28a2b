package demarche.lens.forecast;

import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Target;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How what is known of one world reads in another that takes over from it.
///
/// @param causes by cause of the later world its place in the earlier one, -1 where it is new
/// @param paces by cause of the later world how many times its rate the earlier rate is; exactly 1
///   where they are alike
/// @param targets by target of the later world its place in the earlier one, -1 where it is new
record Crossing(Premises before, Premises after, int[] causes, double[] paces, int[] targets) {
  /// @throws CannotGoOn where the worlds do not have the same options
  static Crossing of(Premises before, Premises after) {
    if (!shapes(before).equals(shapes(after))) {
      throw new CannotGoOn("the options there are others");
    }
    List<String> ids = before.drift().causes().stream().map(Cause::id).toList();
    List<Cause> later = after.drift().causes();
    int[] causes = later.stream().mapToInt(c -> ids.indexOf(c.id())).toArray();
    double[] earlier = before.pace().rates();
    double[] rates = after.pace().rates();
    double[] paces =
        IntStream.range(0, causes.length)
            .mapToDouble(c -> causes[c] < 0 ? 1 : earlier[causes[c]] / rates[c])
            .toArray();
    List<String> known = before.targets().stream().map(Target::id).toList();
    int[] targets = after.targets().stream().mapToInt(t -> known.indexOf(t.id())).toArray();
    return new Crossing(before, after, causes, paces, targets);
  }

  private static List<List<String>> shapes(Premises premises) {
    Model model = premises.held().model();
    return Stream.concat(model.options().stream(), model.events().stream())
        .map(Crossing::shape)
        .toList();
  }

  private static List<String> shape(Option option) {
    return Stream.concat(Stream.of(option.id()), option.levels().stream()).toList();
  }

  /// The same state in the later world.
  ///
  /// @throws CannotGoOn where it is not feasible there
  int state(int state) {
    int[] levels = before.drift().space().levels(state);
    int there = after.drift().space().state(levels);
    if (there >= 0) return there;
    throw new CannotGoOn(
        "by then the state %s may be there, which is not feasible there"
            .formatted(StateName.of(before.held().model(), levels)));
  }
}
