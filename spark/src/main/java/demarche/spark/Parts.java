package demarche.spark;

import demarche.ensemble.Span;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The files of one design: equal ranges of draws, each made by one task and written whole.
///
/// Where parts begin depends on the number of draws alone, so that a later run finds them.
///
/// @param folder of the design
/// @param runs how many draws there are in all
record Parts(Path folder, long runs) {
  /// How many draws a part has; the last one may have fewer: a quarter of the root of all, so that
  /// both parts and their draws are neither too few nor too many. Few draws are cut fine enough for
  /// some machines, a thousand million into 126,487 files. A lost machine costs the parts that it
  /// was at.
  static long size(long runs) {
    return Math.max(1, (long) Math.ceil(Math.sqrt((double) runs) / 4));
  }

  int count() {
    long size = size(runs);
    return Math.toIntExact((runs + size - 1) / size);
  }

  Span span(int part) {
    long size = size(runs);
    return new Span(part * size, Math.min(runs, (part + 1) * size) - 1);
  }

  /// Those with draws of some ranges, in order.
  List<Integer> with(List<Span> spans) {
    List<Integer> with = new ArrayList<>();
    for (int part = 0; part < count(); part++) {
      Span own = span(part);
      if (spans.stream().anyMatch(s -> s.first() <= own.last() && own.first() <= s.last())) {
        with.add(part);
      }
    }
    return with;
  }

  Path file(int part) {
    Span span = span(part);
    return folder.resolve(
        String.format(Locale.ROOT, "part-%010d-%010d.parquet", span.first(), span.last()));
  }

  /// Where a part grows.
  ///
  /// @param attempt whose part it is, for several may try
  Path unfinished(int part, long attempt) {
    return folder.resolve(".%d.%d.part".formatted(part, attempt));
  }

  /// Removes what tasks left that were killed.
  void sweep() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path file : left) Files.deleteIfExists(file);
    }
  }
}
