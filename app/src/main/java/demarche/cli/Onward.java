package demarche.cli;

import demarche.analysis.Case;
import demarche.lens.forecast.Ahead;
import demarche.lens.forecast.Branch;
import demarche.lens.forecast.Saved;
import demarche.model.Dynamics;
import demarche.report.Version;
import demarche.states.TooLarge;
import demarche.store.KeptForecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that break a forecast at some time: it branches, is kept, or goes on from where it was
/// kept.
final class Onward {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--branch",
      paramLabel = "V",
      description =
          "A variant as in which things go on from --at, beside a forecast that stays, with the same"
              + " luck; may be repeated.")
  List<String> branches = new ArrayList<>();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When --branch parts or --save keeps, such as '6 months' from now.")
  String at = "";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Keeps where the forecast stands at --at (default: at its end), for --from to go on.")
  String save = "";

  @Option(names = "--force", description = "With --save, writes over a file that is there.")
  boolean force;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Goes on from where a forecast of the same scenario was kept by --save.")
  String from = "";

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "With --from, how far from now to go (default: to the file's horizon).")
  String to = "";

  /// Whether a forecast that was kept is to be gone on with.
  boolean continues() {
    return !from.isEmpty();
  }

  /// Refuses options that say nothing together.
  ///
  /// @param others options of the command that begin a forecast of their own, as given
  void refuseMisuse(Over over, List<String> others) {
    boolean any = continues() || !save.isEmpty() || !branches.isEmpty();
    if (any && over.robust) {
      throw wrong("--branch, --save and --from are about one forecast, --robust about many");
    }
    if (over.draw != null && (continues() || !save.isEmpty())) {
      throw wrong("--save and --from are about the file's own inputs; leave --draw out");
    }
    if (!to.isEmpty() && !continues()) throw wrong("--to says how far --from goes; add it");
    if (force && save.isEmpty()) throw wrong("--force is about the file of --save; add it");
    if (continues()) {
      if (!others.isEmpty()) {
        throw wrong(
            "--from goes on with what was kept; leave %s out".formatted(String.join(", ", others)));
      }
      if (!at.isEmpty()) throw wrong("--from begins where it was kept; leave --at out");
      return;
    }
    if (at.isEmpty() && !branches.isEmpty()) {
      throw wrong("--branch parts at some time; add one, such as --at '6 months'");
    }
    if (!at.isEmpty() && branches.isEmpty() && save.isEmpty()) {
      throw wrong("--at says when --branch parts or --save keeps; add one of them");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private Ahead time(String option, String text) {
    return Ahead.read(text)
        .orElseThrow(() ->
            wrong(
                "%s is '%s', expected a time such as 6 months (day, week, month or year)"
                    .formatted(option, text)));
  }

  private static Ahead horizon(Case about) {
    Dynamics dynamics = about.model().forecast().getFirst();
    return new Ahead(dynamics.horizon(), dynamics.years().doubleValue());
  }

  /// When to part or keep; the horizon where nothing is said.
  Ahead at(Case about) {
    Ahead horizon = horizon(about);
    if (at.isEmpty()) return horizon;
    Ahead time = time("--at", at);
    if (time.years() <= horizon.years()) return time;
    throw wrong("--at is %s, expected a time up to the horizon, %s".formatted(at, horizon.text()));
  }

  /// How far to go on with what was kept.
  Ahead to(Case about, KeptForecast kept) {
    Ahead time = to.isEmpty() ? horizon(about) : time("--to", to);
    if (time.years() >= kept.at().years()) return time;
    throw wrong(
        "%s is %s, expected a time from %s on, when it was kept"
            .formatted(to.isEmpty() ? "the horizon" : "--to", time.text(), kept.at().text()));
  }

  List<Branch> parting(Case about) {
    if (branches.isEmpty()) return List.of();
    Ahead time = at(about);
    return branches.stream().map(v -> new Branch(v, time)).toList();
  }

  /// What was kept of a case.
  ///
  /// @throws Failed if the file is none such, or of another case
  KeptForecast kept(Case about, Session session) {
    KeptForecast kept = KeptForecast.read(from, text(session));
    String differs = kept.difference(about, Version.NUMBER);
    if (differs.isEmpty()) return kept;
    throw new Failed(
        Exit.INPUT, "%s cannot be gone on with: %s since it was kept".formatted(from, differs));
  }

  private String text(Session session) {
    Path path = session.path(from);
    try {
      long size = Files.size(path);
      long most = Runtime.getRuntime().maxMemory() / 16;
      if (size > most) {
        throw new TooLarge(
            from,
            String.format(Locale.ROOT, "%,d bytes", size),
            String.format(Locale.ROOT, "%,d", most),
            "JAVA_TOOL_OPTIONS=-Xmx16g");
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot read " + from + ": " + Outputs.reason(e));
    }
  }

  /// Keeps where a forecast stands, where that is asked for.
  void keep(Case about, Ahead time, Saved saved, Session session) {
    Copies copies = new Copies(session, force);
    copies.add(save, KeptForecast.of(about, Version.NUMBER, time, saved).text());
    copies.write();
  }

  /// Refuses to write over a file, before anything is worked out.
  void refuseOverwriting(Session session) {
    if (!save.isEmpty()) new Copies(session, force).refuseOverwriting(save);
  }
}
