package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Variants.Varied;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The tree of a file and those of its variants, with what was changed from outside laid over each.
final class Trees {
  /// Bounds the work of reading every variant against its whole file.
  private static final long MOST_VARIED_ENTRIES = 2_000_000;

  private static final String FILE = "";

  /// By the variant's id; the file itself comes first.
  private final Map<String, Varied> trees = new LinkedHashMap<>();

  private boolean workedOut;

  /// The file's alone; its variants are yet to be worked out.
  Trees(Fields file) {
    trees.put(FILE, new Varied(file, List.of()));
  }

  private Trees(Map<String, Varied> trees) {
    this.trees.putAll(trees);
    workedOut = true;
  }

  /// Works the variants out, unless that was done, and hands each on as soon as it is: files are
  /// drawn in in that order.
  void eachVariant(Loader loader, Intake intake, Consumer<String> each) {
    if (workedOut) {
      variants().forEach(each);
      return;
    }
    workedOut = true;
    Variants variants = new Variants(file().tree(), loader, intake);
    if (tooMany(variants.declared(), intake)) return;
    for (Field declared : variants.declared().fields()) {
      variants
          .vary(declared.key().word())
          .ifPresent(varied -> {
            trees.put(declared.name(), varied);
            each.accept(declared.name());
          });
    }
  }

  private boolean tooMany(Fields declared, Intake intake) {
    int entries = file().tree().size();
    if ((long) declared.fields().size() * entries <= MOST_VARIED_ENTRIES) return false;
    intake.tell(
        declared.place(),
        "%d variants of a file with %d entries are more than can be checked; split the file",
        declared.fields().size(),
        entries);
    return true;
  }

  /// Each with an edit laid over it; where there is nothing that the edit is about, as it was.
  ///
  /// @param variant whose tree must have what the edit is about; empty for the file itself
  /// @param problems told why it has not
  /// @throws InvalidScenario if it has not
  Trees with(Edit edit, EditLine line, String variant, Problems problems) {
    Map<String, Varied> changed = new LinkedHashMap<>();
    trees.forEach((id, before) -> {
      boolean needed = id.equals(variant);
      Intake intake = new Intake(needed ? problems : new Problems(Map.of()));
      Fields tree = before.tree();
      try {
        tree = new Revision(edit, line, intake).over(tree);
      } catch (InvalidScenario e) {
        if (needed) throw e;
      }
      changed.put(id, new Varied(tree, before.twists()));
    });
    return new Trees(changed);
  }

  Varied file() {
    return variant(FILE);
  }

  Varied variant(String id) {
    Varied tree = trees.get(id);
    if (tree == null) throw new IllegalArgumentException("no variant " + id);
    return tree;
  }

  /// The ids of the variants that could be worked out, in file order.
  Set<String> variants() {
    Set<String> ids = new LinkedHashSet<>(trees.keySet());
    ids.remove(FILE);
    return ids;
  }
}
