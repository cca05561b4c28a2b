package demarche.lens.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.Sampling;
import demarche.lens.Luck;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Problem;
import demarche.scenario.ScenarioFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/// A scenario with every kind of name, and what its claims come to.
final class Example {
  static final String YAML =
      """
      demarche: 1
      title: A strike
      sources: {paper: {title: A paper}}
      parameters: {p-lockout: 0.3}
      actors:
        union:
          options: {strike: {}, demand: {levels: [none, modest, full]}}
          red-lines: [{never: lockout and demand = none, source: paper}]
          values:
            - {id: wages, of: demand, weights: {none: 0, modest: 4, full: 7}, source: paper}
            - {id: pay-lost, avoid: strike, weight: 3, stated: 0}
        owners:
          options: {lockout: {}}
          values:
            - {id: traffic, avoid: strike, weight: 6}
            - {id: payroll, of: demand, weights: {modest: -2, full: -7}}
            - {id: idle, avoid: lockout, weight: 4}
            - {id: resolve, want: strike and lockout, weight: p-lockout}
        ministry:
          options: {}
          priorities: [not strike, demand < full, award]
      bodies:
        board:
          options: {award: {}}
          members: [union, owners, ministry]
          rule: {yes: 2, veto: [owners]}
      events: {storm: {}}
      conditions: {calm: not strike and not lockout}
      constraints: [{require: award -> demand >= modest}]
      status-quo: {strike: yes}
      issues: {pay: [demand, award], conflict: [strike, lockout]}
      proposals:
        deal: {does: {strike: no, demand: modest, award: yes}}
        storm-deal: {does: {strike: no, storm: yes}}
        never: {does: {strike: no, demand: full}}
      targets: {peace: calm}
      measures: {burden: {of: demand, weights: {modest: 1, full: 2}}}
      variants:
        rich: {status-quo: {demand: modest}}
        dear: {parameters: {p-lockout: 0.9}}
        no-owners: {absent: [owners]}
        capped: {impossible: [demand = full]}
      ties:
        - {from: ministry, to: union, access: 1, source: paper}
        - {from: owners, to: ministry, access: p-lockout}
        - {from: union, to: owners, access: 0}
      flows: {freight: {file: freight.csv, unit: EUR}}
      places: {port: {lat: 0, lon: 0}, island: {lat: 1, lon: 0}}
      trace:
        - {date: 2026-02-19, by: union, does: {strike: yes}, source: paper}
        - {date: 2026-02-20, resolution: 7, votes: {union: yes, owners: abstain}}
        - {date: 2026-02-21, resolution: 8, votes: {union: yes, owners: no}}
      forecast: {horizon: 2 years, tempo: 4 per year, sharpness: 6}
      """;

  private static final String FREIGHT =
      """
      year,from,to,value,source
      2025,union,owners,30,paper
      2025,owners,union,12.75,paper
      2025,union,world,100,paper
      2025,world,union,50,paper
      """;

  private Example() {}

  /// The example with one claim that has this check.
  static String with(String check) {
    return YAML + claim(check);
  }

  /// A section with one claim.
  static String claim(String check) {
    return "claims:\n  - id: c\n    says: so\n    mark: H\n    check: '"
        + check.replace("'", "''")
        + "'\n";
  }

  static ScenarioFile file(String yaml) {
    Map<String, String> files = Map.of("test.yaml", yaml, "freight.csv", FREIGHT);
    try {
      return ScenarioFile.open(
          "test.yaml",
          path -> {
            String text = files.get(path);
            if (text == null) throw new NoSuchFileException(path);
            return new ByteArrayInputStream(text.getBytes(UTF_8));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is wrong with a file, its claims included; empty where nothing is.
  static List<Problem> problems(String yaml) {
    try {
      Case.of(file(yaml), Question.AS_WRITTEN);
      return List.of();
    } catch (InvalidScenario e) {
      return e.problems();
    }
  }

  /// The verdict on the only claim of the example.
  static Verdict judge(String check) {
    return judge(with(check), "");
  }

  /// @param variant in which the run takes place; empty for the file as written
  static Verdict judge(String yaml, String variant) {
    Case about = Case.of(file(yaml), new Question(variant, Map.of()));
    Luck luck = Ensemble.luck(about, new Plan(20, 1, Sampling.RANDOM));
    return Claims.of(Worlds.of(about.space(), luck), Run.quiet()).getFirst();
  }

  /// Its verdict in a word.
  static String verdict(String check) {
    return judge(check).word();
  }
}
