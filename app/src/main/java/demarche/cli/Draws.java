package demarche.cli;

import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.ensemble.Cell;
import demarche.ensemble.ClaimShares;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.RobustWords;
import demarche.ensemble.Robustness;
import demarche.ensemble.Sample;
import demarche.lens.Lens;
import demarche.lens.Luck;
import demarche.lens.Run;
import demarche.report.Version;
import demarche.scenario.InvalidScenario;
import demarche.states.TooLarge;
import demarche.store.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/// The draws that somebody asks for.
///
/// @param runs how many
/// @param seed which
record Draws(Over over, long runs, long seed) {
  /// The scenario of the draw that is asked for; the same where none is.
  Case replayed(Case about, Session session, Effort effort) {
    over.further.refuse(about.scenario());
    Long number = over.draw;
    if (number == null) return about;
    if (over.robust) {
      throw over.wrong("--draw looks at one draw and --robust at all; give one of them");
    }
    if (over.further.isAsked()) {
      throw over.wrong(
          "--draw looks at one draw, where nothing is uncertain; --flips, --analysts and --indices ask"
              + " about what is");
    }
    Plan plan = new Plan(Math.max(runs, number + 1), seed, over.sampling);
    if (number >= runs) {
      throw over.wrong("--draw is %d, expected a number below --runs, %d".formatted(number, runs));
    }
    try {
      return session.run(
          effort, run -> Ensemble.of(about, List.of(), plan, Version.NUMBER, run).replay(number));
    } catch (InvalidScenario e) {
      throw new Failed(
          Exit.INPUT, "in draw %d %s".formatted(number, e.problems().getFirst().message()));
    }
  }

  /// These draws for a check that asks in how many something holds.
  Luck luck(Case about) {
    return Ensemble.luck(about, new Plan(runs, seed, over.sampling));
  }

  /// The brief with how sure it is, where that is asked for.
  Brief with(Brief brief, List<Lens> lenses, Session session, Effort effort) {
    refuseWithoutRobust();
    if (!over.robust && !over.further.isAsked()) return brief;
    Plan plan = new Plan(runs, seed, over.sampling);
    return session
        .seeded(seed)
        .run(
            effort,
            run -> {
              Ensemble ensemble = Ensemble.of(brief.about(), lenses, plan, Version.NUMBER, run);
              Brief shared = over.robust ? shared(brief, ensemble, session, run) : brief;
              return over.further.isAsked()
                  ? over.further.with(shared, ensemble, session, run)
                  : shared;
            });
  }

  private Brief shared(Brief brief, Ensemble ensemble, Session session, Run run) {
    if (over.machines.makesFiles() && !fits(ensemble)) {
      return uncounted(brief, ensemble, session, run);
    }
    refuseUnlessFits(ensemble);
    List<Cell> base = ensemble.base(run);
    Drawing drawing = new Drawing(ensemble, session, over.machines.maker(session));
    Sample sample = sample(drawing, session, run);
    Robustness robustness = Robustness.of(ensemble, sample, base);
    return ClaimShares.in(brief, robustness)
        .with(new RobustWords(robustness, over.likelihood).answer());
  }

  private void refuseWithoutRobust() {
    if (!over.robust && !(over.store.isEmpty() && over.resume.isEmpty())) {
      throw over.wrong("--store and --resume are about the draws of --robust; add it");
    }
    String mistake = over.machines.mistake(over);
    if (!mistake.isEmpty()) throw over.wrong(mistake);
  }

  /// More draws than this process can hold are files for other programs.
  private Brief uncounted(Brief brief, Ensemble ensemble, Session session, Run run) {
    if (!over.store.isEmpty() || !over.resume.isEmpty()) refuseUnlessFits(ensemble);
    Path folder = files(ensemble, session, run);
    session
        .terminal()
        .say(
            "demarche: %,d draws are in %s; they are too many to be counted here (%s), so no shares are told%n"
                .formatted(runs, folder, megabytes(Sample.bytes(ensemble.design()))));
    return brief;
  }

  private Path files(Ensemble ensemble, Session session, Run run) {
    try {
      return over.machines.files(ensemble, session, run);
    } catch (CancellationException _) {
      throw new Failed(Exit.INTERRUPTED, "interrupted" + over.machines.remedy());
    }
  }

  private Sample sample(Drawing drawing, Session session, Run run) {
    if (over.store.isEmpty() && over.resume.isEmpty())
      return drawing.drawn(run, over.machines.remedy());
    String file = over.store.isEmpty() ? RunStore.USUAL : over.store;
    return drawing.kept(session.path(file), over.resume, run);
  }

  private static boolean fits(Ensemble ensemble) {
    return Sample.bytes(ensemble.design()) <= allowed();
  }

  private static long allowed() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  private static void refuseUnlessFits(Ensemble ensemble) {
    if (fits(ensemble)) return;
    long needed = Sample.bytes(ensemble.design());
    throw new TooLarge(
        "%,d draws".formatted(ensemble.design().runs()),
        megabytes(needed) + " for what they find",
        megabytes(allowed()),
        "fewer --runs, fewer lenses, or JAVA_TOOL_OPTIONS=-Xmx16g");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }
}
