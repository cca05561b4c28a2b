package demarche.analysis;

import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Proposal;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A package as a user names it: as a state is named, feasible or not, or by what it changes of the
/// status quo, such as `programme=frozen,exercises=none`.
public sealed interface NamedPackage {
  /// @param levels of all options and events
  record Found(List<Integer> levels) implements NamedPackage {
    public Found {
      levels = List.copyOf(levels);
    }
  }

  /// @param reason for the user, with the nearest name
  record Refused(String reason) implements NamedPackage {}

  static NamedPackage of(Case about, String name) {
    Model model = about.model();
    if (name.contains("=")) return changed(model, name);
    if (name.equals(NamedState.STATUS_QUO)) return found(model.statusQuo());
    int[] levels =
        model.proposals().stream()
            .filter(p -> p.id().equals(name))
            .map(Proposal::end)
            .findFirst()
            .orElseGet(() -> model.levels(name));
    if (levels.length > 0) return found(levels);
    return switch (NamedState.of(about, name)) {
      case NamedState.Refused(String reason) ->
          new Refused(reason + "; or what it changes, such as " + example(model));
      case NamedState.Feasible(int state) -> found(about.space().levels(state));
    };
  }

  private static NamedPackage found(int[] levels) {
    return new Found(Arrays.stream(levels).boxed().toList());
  }

  private static String example(Model model) {
    Option option = model.options().getFirst();
    return model.label(option) + "=" + option.levels().getLast();
  }

  private static NamedPackage changed(Model model, String settings) {
    int[] levels = model.statusQuo();
    for (String setting : settings.split(",", -1)) {
      int at = setting.indexOf('=');
      if (at < 0) {
        return new Refused(
            "'%s' in a package has no level, expected an option and its level, such as %s"
                .formatted(setting.strip(), example(model)));
      }
      String name = setting.substring(0, at).strip();
      List<Option> named = named(model, name);
      if (named.size() != 1) return new Refused(unknown(model, name, named));
      Option option = named.getFirst();
      String level = setting.substring(at + 1).strip();
      int index = option.levels().indexOf(level);
      if (index < 0) {
        return new Refused(
            "'%s' is no level of '%s', expected one of %s%s"
                .formatted(
                    level,
                    name,
                    String.join(", ", option.levels()),
                    Spelling.hint(level, option.levels())));
      }
      levels[option.index()] = index;
    }
    return found(levels);
  }

  private static List<Option> named(Model model, String name) {
    return Stream.concat(model.options().stream(), model.events().stream())
        .filter(o -> o.shortId().equals(name) || o.id().equals(name))
        .toList();
  }

  private static String unknown(Model model, String name, List<Option> several) {
    if (!several.isEmpty()) {
      return "'%s' is an option of several, expected one of %s"
          .formatted(name, String.join(", ", several.stream().map(Option::id).toList()));
    }
    List<String> known = new ArrayList<>();
    model.options().forEach(o -> known.add(model.label(o)));
    model.events().forEach(o -> known.add(o.id()));
    return "there is no option '%s'%s".formatted(name, Spelling.hint(name, known));
  }
}
