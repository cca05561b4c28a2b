package demarche.finding;

import java.util.List;

/// What can be shown beside sentences. A closed set: a renderer knows every kind, and no lens.
public sealed interface Figure {
  String title();

  /// States as rows: their options in words, then marks in named columns, then a remark.
  ///
  /// @param marks names of the columns, such as concepts, with their meaning
  /// @param rows the most telling first
  /// @param left how many rows were left out
  record StateTable(String title, List<Slot.OfConcept> marks, List<Row> rows, long left)
      implements Figure {
    public StateTable {
      marks = List.copyOf(marks);
      rows = List.copyOf(rows);
    }
  }

  /// One state of a table.
  ///
  /// @param label a name that the file gives the state, such as `status quo`; may be empty
  record Row(Slot.OfState state, String label, List<Boolean> marks, Sentence remark) {
    public Row {
      marks = List.copyOf(marks);
    }
  }

  /// Cells under headers.
  record Table(String title, List<String> headers, List<List<Sentence>> rows) implements Figure {
    public Table {
      headers = List.copyOf(headers);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Steps in order, such as a sequence of moves that may be replayed.
  record Steps(String title, List<Sentence> steps) implements Figure {
    public Steps {
      steps = List.copyOf(steps);
    }
  }
}
