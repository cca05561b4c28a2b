package demarche.scenario;

import java.util.HashSet;
import java.util.Set;

/// Names of entries that could not be read and were left out. Whoever resolves names says nothing
/// about these: the cause is already told.
public final class BrokenNames {
  private final Set<String> names = new HashSet<>();
  private boolean any;

  void add(String name) {
    names.add(name);
  }

  /// A whole section is missing: any name could have been in it.
  void addAny() {
    any = true;
  }

  /// Whether `name`, or the last part of `owner.name`, may be that of an entry left out.
  public boolean covers(String name) {
    return any
        || names.contains(name)
        || names.contains(name.substring(name.indexOf('.') + 1))
        || names.contains(name.substring(0, Math.max(0, name.indexOf('.'))));
  }
}
