package demarche.lens.knowing;

import demarche.finding.Answer;
import demarche.lens.Account;
import demarche.lens.Defining;
import demarche.lens.Run;
import demarche.model.Model;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Set;

/// Which states hold where preferences are not simply known.
///
/// @param definitions those that are asked for, in the order in which they are told
/// @param settings what they need and the file does not give
public record KnowingLens(List<Definition> definitions, Settings settings, Occasion occasion)
    implements Defining {
  /// The four extensions to unknown preferences, where a file gives some actor other orders.
  public static final KnowingLens ALL =
      new KnowingLens(
          Definition.ofUnknownPreferences(), Settings.USUAL, Occasion.WHERE_ORDERS_DIFFER);

  /// When there is something to tell.
  public enum Occasion {
    /// Only of a scenario that gives some actor other orders.
    WHERE_ORDERS_DIFFER,
    /// Of every scenario, for somebody asks.
    ASKED
  }

  public KnowingLens {
    if (definitions.isEmpty()) throw new IllegalArgumentException("no definition");
    definitions = definitions.stream().distinct().toList();
  }

  /// Somebody asks for these, with the usual settings.
  public KnowingLens(List<Definition> definitions) {
    this(definitions, Settings.USUAL, Occasion.ASKED);
  }

  @Override
  public String key() {
    return "knowing";
  }

  @Override
  public String question() {
    return "Which outcomes hold whatever is not known of preferences, and which only for want of it?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return occasion == Occasion.ASKED
        || model.actors().stream().anyMatch(actor -> !actor.alternatives().isEmpty());
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Knowing knowing = Knowing.of(space, definitions, settings, run);
    return new Answer(
        key(),
        "Degrees of knowing",
        new KnowingWords(knowing, run).findings(),
        KnowingData.of(knowing),
        Method.of(knowing));
  }

  @Override
  public List<String> names() {
    return Definition.all().stream().map(Definition::name).toList();
  }

  @Override
  public KnowingLens by(List<String> names) {
    return new KnowingLens(
        names.stream().map(name -> Definition.named(name).orElseThrow()).toList(),
        settings,
        Occasion.ASKED);
  }

  @Override
  public Account explain(Asked asked, Run run) {
    return Explaining.of(
        asked, Knowing.unsearched(Arcs.of(asked.space()), definitions, settings), run);
  }
}
