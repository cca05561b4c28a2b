package demarche.exchange;

import demarche.exchange.DealDraft.Issue;
import demarche.exchange.DealDraft.Side;
import demarche.scenario.Problems;
import java.util.ArrayList;
import java.util.List;

/// Reads deal domains of GENIUS: a domain with its profiles, or the profiles alone, each an XML
/// file.
///
/// Linear additive profiles with discrete, integer and real issues, and nonlinear ones with
/// hyper-rectangles, whose bounds are inclusive. `cost` is not used there, nor here.
public final class GeniusReader {
  private final Problems problems;
  private final List<String> notes = new ArrayList<>();

  private GeniusReader(Problems problems) {
    this.problems = problems;
  }

  /// @param files the domain, if it is given, and then a profile for each side; one or more
  /// @param title of the scenario, where the domain has no name
  /// @throws demarche.scenario.InvalidScenario with every problem
  /// @throws demarche.states.TooLarge if a file is too long
  public static DealDraft read(List<Incoming> files, String title) {
    Problems problems = DealFiles.problems(files);
    DealDraft draft = new GeniusReader(problems).draft(files, title);
    problems.stopIfAny();
    return draft;
  }

  private DealDraft draft(List<Incoming> files, String title) {
    List<GeniusSpace> spaces = new ArrayList<>();
    for (Incoming file : files) {
      Xml root = Xml.read(file.name(), file.text(), problems);
      spaces.add(GeniusSpace.of(file.name(), root, problems));
      problems.stopIfAny();
    }
    GeniusSpace domain = spaces.getFirst();
    List<GeniusSpace> profiles = domain.isProfile() ? spaces : spaces.subList(1, spaces.size());
    if (profiles.isEmpty()) {
      throw problems.fatal(
          domain.root().place(), "there is no profile; name one file for each side after it");
    }
    Ids ids = new Ids();
    List<Issue> issues = new ArrayList<>();
    for (GeniusIssue issue : domain.issues()) {
      List<String> values = issue.values().stream().map(GeniusIssue.Value::text).toList();
      DealFiles.refuseManyLevels(problems, issue.place(), issue.name(), values.size());
      issues.add(DealFiles.issue(ids, issue.name(), values, issues.size() + 1));
      if (!issue.note().isEmpty()) notes.add(issue.note());
    }
    problems.stopIfAny();
    Ids sideIds = new Ids();
    Ids parameters = new Ids();
    List<Side> sides = new ArrayList<>();
    for (GeniusSpace profile : profiles) {
      if (!profile.isProfile()) {
        problems.error(profile.root().place(), "expected a profile, this is a second domain");
        continue;
      }
      GeniusProfile read =
          new GeniusProfile(profile, domain.issues(), issues, parameters, problems, notes);
      String name = DealFiles.baseName(profile.file());
      sides.add(read.side(sideIds.of(name, "side-" + (sides.size() + 1)), Quoted.clean(name)));
    }
    return new DealDraft(
        Quoted.clean(title),
        "Imported from a deal domain of GENIUS; the notes below say what to look at.",
        notes.stream().distinct().toList(),
        issues,
        sides);
  }
}
