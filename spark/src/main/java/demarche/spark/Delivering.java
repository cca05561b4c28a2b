package demarche.spark;

import demarche.ensemble.Engine.Delivery;
import demarche.ensemble.Engine.Job;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Row;
import demarche.ensemble.Span;
import demarche.lens.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Hands over what is finished, part by part, and knows how far that is.
final class Delivering {
  private final Parts parts;
  private final Table table;
  private final Delivery delivery;
  private final Ensemble.Sink sink;
  private final List<Integer> wanted;
  private final long all;

  /// The last draw of each range by its first.
  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  private long done;

  Delivering(Parts parts, Table table, Job job, Ensemble.Sink sink) {
    this.parts = parts;
    this.table = table;
    this.delivery = job.delivery();
    this.sink = sink;
    this.wanted = parts.with(job.spans());
    this.all = wanted.stream().mapToLong(part -> parts.span(part).count()).sum();
    for (Span span : job.spans()) ranges.merge(span.first(), span.last(), Math::max);
  }

  Parts parts() {
    return parts;
  }

  /// Hands over the parts that are there already; returns those that are not.
  List<Integer> finished(Run run) {
    List<Integer> left = new ArrayList<>();
    for (int part : wanted) {
      run.check();
      if (table.isWhole(parts.file(part), parts.span(part).count())) take(part, run);
      else left.add(part);
    }
    return left;
  }

  /// Hands over a part that has been made.
  void take(int part, Run run) {
    switch (delivery) {
      case FILES -> {}
      case ROWS -> {
        try {
          table.read(parts.file(part), this::take);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    done += parts.span(part).count();
    run.progress().at("draws", done, all);
  }

  private void take(Row row) {
    Map.Entry<Long, Long> range = ranges.floorEntry(row.draw());
    if (range != null && row.draw() <= range.getValue()) sink.take(row);
  }
}
