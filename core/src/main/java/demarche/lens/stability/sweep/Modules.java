package demarche.lens.stability.sweep;

/// What the running Java brings.
final class Modules {
  /// Whether the vector module is loaded: a matter of speed alone.
  static final boolean HAVE_VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private Modules() {}
}
