package demarche.lens.coalitions;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.lens.Account;
import demarche.lens.Defining;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Which states hold against coalitions, and which equilibrium a coalition leaves for another.
///
/// @param concepts the definitions of stability that are asked for
/// @param coalitions those asked about, all of one model; none stands for every coalition
/// @param replies how the others answer under CSEQ
/// @param use whether somebody asked for it
public record CoalitionsLens(
    Set<CoalitionConcept> concepts, List<Coalition> coalitions, Replies replies, Use use)
    implements Defining {
  /// When the lens answers.
  public enum Use {
    /// Wherever somebody asks.
    ASKED,
    /// Where the answer is quick, and says more than the individual concepts do.
    QUICK
  }

  /// Every coalition under every concept, where that is quick.
  public static final CoalitionsLens ALL =
      new CoalitionsLens(
          EnumSet.allOf(CoalitionConcept.class), List.of(), Replies.BY_COALITIONS, Use.QUICK);

  /// The individual concept under which states are equilibria between which coalitions jump.
  static final Concept INDIVIDUAL = Concept.SEQ;

  public CoalitionsLens {
    if (concepts.isEmpty()) throw new IllegalArgumentException("no concept");
    concepts = Set.copyOf(concepts);
    coalitions = List.copyOf(coalitions);
  }

  @Override
  public List<String> names() {
    return Stream.of(CoalitionConcept.values()).map(CoalitionConcept::name).toList();
  }

  @Override
  public CoalitionsLens by(List<String> names) {
    Set<CoalitionConcept> chosen = EnumSet.noneOf(CoalitionConcept.class);
    for (String name : names) chosen.add(CoalitionConcept.valueOf(name.toUpperCase(Locale.ROOT)));
    return new CoalitionsLens(chosen, coalitions, replies, Use.ASKED);
  }

  /// Every coalition under the concepts asked for.
  public static CoalitionsLens of(Set<CoalitionConcept> concepts) {
    return new CoalitionsLens(concepts, List.of(), Replies.BY_COALITIONS, Use.ASKED);
  }

  @Override
  public String key() {
    return "coalitions";
  }

  @Override
  public String question() {
    return "Which outcomes hold against parties that act together, and who would leave which?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return use == Use.ASKED || Limits.isQuick(model);
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Outlook outlook = outlook(space, run);
    List<Finding> findings = new ArrayList<>();
    findings.add(new Holding(outlook, run).finding());
    findings.add(new Jumping(outlook).finding());
    findings.add(Standings.finding(outlook));
    return new Answer(
        key(), "Coalitions", findings, CoalitionsData.of(outlook), Method.of(outlook));
  }

  private Outlook outlook(StateSpace space, Run run) {
    List<Coalition> asked = coalitions.isEmpty() ? Coalition.all(space.model()) : coalitions;
    Question question = new Question(concepts, asked, replies);
    Limits.check(space, question);
    Arcs arcs = Arcs.of(space, run.watch());
    StateSet equilibria =
        Stability.known(space, EnumSet.of(INDIVIDUAL), run).equilibria(INDIVIDUAL);
    CoalitionStability stability = CoalitionStability.of(arcs, question, run);
    return new Outlook(
        stability,
        coalitions.isEmpty() ? Outlook.Asked.EVERY : Outlook.Asked.NAMED,
        equilibria,
        Jump.all(arcs, asked, equilibria, run));
  }

  /// Explains the coalitions asked about whose members are all asked about.
  @Override
  public Account explain(Asked asked, Run run) {
    List<Coalition> among =
        coalitions.isEmpty()
            ? Coalition.among(asked.parties())
            : coalitions.stream().filter(c -> asked.parties().containsAll(c.members())).toList();
    return Explaining.of(asked, new Question(concepts, among, replies), run);
  }
}
