package demarche.lens.paths;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What leads from one state to another, and who could leave together.
///
/// @param concepts the definitions of stability whose equilibria are told beside their distances;
///   none in `analyze`, where the stability lens tells how its equilibria are reached
/// @param rows how many states a table shows
public record PathsLens(Origin origin, Aim aim, Set<Concept> concepts, int rows) implements Lens {
  private static final int USUAL_ROWS = 12;

  /// From the status quo to anywhere, without equilibria.
  public static final PathsLens ALL =
      new PathsLens(new Origin.StatusQuo(), new Aim.Anywhere(), Set.of());

  public PathsLens {
    concepts = Set.copyOf(concepts);
  }

  public PathsLens(Origin origin, Aim aim, Set<Concept> concepts) {
    this(origin, aim, concepts, USUAL_ROWS);
  }

  @Override
  public PathsLens showing(int states) {
    return new PathsLens(origin, aim, concepts, states);
  }

  @Override
  public String key() {
    return "paths";
  }

  @Override
  public String question() {
    return "Where do moves, improvements and joint moves lead, and from where is there no way back?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return true;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Arcs arcs = Arcs.of(space, run.watch());
    Paths paths = Paths.of(arcs, origin.in(space), run);
    Map<Concept, StateSet> equilibria = equilibria(arcs, run);
    Prospect prospect = new Prospect(paths, equilibria);
    List<Sought> sought = Sought.of(prospect, aim, run);
    List<Finding> findings = new ArrayList<>();
    sought.forEach(s -> findings.add(s.finding()));
    findings.add(new Outlook(prospect).finding());
    findings.addAll(Together.findings(prospect));
    findings.addAll(Circles.findings(prospect));
    findings.addAll(NoReturn.findings(prospect, rows));
    findings.addAll(Starters.findings(prospect));
    findings.addAll(Reached.findings(prospect, rows));
    findings.add(Distances.finding(prospect));
    return new Answer(
        key(), "Paths", findings, PathsData.of(prospect, sought), Method.of(prospect));
  }

  private Map<Concept, StateSet> equilibria(Arcs arcs, Run run) {
    Map<Concept, StateSet> equilibria = new EnumMap<>(Concept.class);
    if (concepts.isEmpty()) return equilibria;
    Stability stability = Stability.of(arcs, concepts, run);
    stability.concepts().forEach(c -> equilibria.put(c, stability.equilibria(c)));
    return equilibria;
  }
}
