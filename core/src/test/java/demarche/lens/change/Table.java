package demarche.lens.change;

import demarche.model.Model;
import demarche.model.Proposition;
import java.util.ArrayList;
import java.util.List;

/// Where a proposition holds, over all levels of all options and events, as a word.
record Table(Model model) {
  String of(Proposition proposition) {
    int count = model.options().size() + model.events().size();
    List<int[]> all = new ArrayList<>(List.of(new int[count]));
    for (int o = 0; o < count; o++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] before : all) {
        for (int level = 0; level < model.option(o).levels().size(); level++) {
          int[] with = before.clone();
          with[o] = level;
          longer.add(with);
        }
      }
      all = longer;
    }
    StringBuilder word = new StringBuilder();
    for (int[] levels : all) word.append(proposition.holds(levels) ? 'x' : '.');
    return word.toString();
  }
}
