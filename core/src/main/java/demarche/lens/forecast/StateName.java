package demarche.lens.forecast;

import demarche.model.Codes;
import demarche.model.Model;
import demarche.model.Option;
import java.util.Arrays;
import java.util.List;

/// States with their events, by name: the code of the state, and a character more for each event of
/// the file.
final class StateName {
  private StateName() {}

  static String of(Model model, int[] levels) {
    StringBuilder name = new StringBuilder(model.code(levels));
    if (!model.isGraph()) {
      for (Option event : model.events()) name.append(Codes.digit(levels[event.index()]));
    }
    return name.toString();
  }

  /// The levels of every option and event; empty where it is no name.
  static int[] levels(Model model, String name) {
    List<Option> events = model.isGraph() ? List.of() : model.events();
    int codes = name.length() - events.size();
    if (codes < 0) return new int[0];
    int[] levels = model.levels(name.substring(0, codes));
    if (levels.length == 0) return levels;
    for (int e = 0; e < events.size(); e++) {
      int level = Codes.level(name.charAt(codes + e));
      if (level < 0 || level >= events.get(e).levels().size()) return new int[0];
      levels[events.get(e).index()] = level;
    }
    return Arrays.copyOf(levels, levels.length);
  }
}
