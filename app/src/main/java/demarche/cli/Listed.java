package demarche.cli;

import demarche.lens.Lens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that bounds lists of states.
final class Listed {
  private static final int USUAL = 1_000;

  @Option(
      names = "--list",
      paramLabel = "N",
      converter = Cap.Reader.class,
      description =
          "How many states a list or table shows: a number or all (default 1000; the most telling 12"
              + " in the tables of a text).")
  @Nullable Cap cap;

  /// For commands without this option, which cut nothing.
  static Listed everything() {
    Listed listed = new Listed();
    listed.cap = Cap.NONE;
    return listed;
  }

  /// The length of lists.
  int most() {
    return cap == null ? USUAL : cap.most();
  }

  /// The lens with tables as long as asked, if that was asked.
  Lens on(Lens lens) {
    return cap == null ? lens : lens.showing(cap.most());
  }
}
