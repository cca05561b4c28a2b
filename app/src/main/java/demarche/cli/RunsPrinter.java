package demarche.cli;

import demarche.finding.Data;
import demarche.finding.Finding;
import demarche.report.CsvReport;
import demarche.report.JsonReport;
import demarche.report.TextReport;
import java.util.List;
import java.util.Map;

/// Prints what is told of runs in the format asked for.
record RunsPrinter(Session session, Shown shown) {
  void print(String key, List<Finding> findings, Data data) {
    print(key, findings, data, data);
  }

  /// @param key of the JSON object
  /// @param rows what a table holds of `data`
  void print(String key, List<Finding> findings, Data data, Data rows) {
    Terminal terminal = session.terminal();
    switch (shown.format) {
      case TEXT -> terminal.print(TextReport.of(findings, terminal.style(shown.color)));
      case JSON -> terminal.printData(JsonReport.of(Map.of(key, data)));
      case CSV -> terminal.printData(CsvReport.records(rows));
    }
  }
}
