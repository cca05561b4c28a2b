package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.scenario.Evidence;
import demarche.scenario.SourceEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tells, step by step, why an actor has a role or not.
record Story(Casting casting) {
  /// One for each target and each pair of eyes for which it has the role; where there is none, one
  /// for each that is asked about.
  List<Finding> findings() {
    List<Casting.Cell> played =
        casting.cells().stream().filter(c -> c.judgement().verdict() != Verdict.NO).toList();
    List<Casting.Cell> told = played.isEmpty() ? casting.cells() : played;
    return told.stream().map(this::finding).toList();
  }

  private Finding finding(Casting.Cell cell) {
    Column column = casting.cast().columns().get(cell.column());
    Model model = column.scene().model();
    Actor actor = model.actors().get(cell.actor());
    Judgement judgement = cell.judgement();
    Slot who = new Slot.OfParty(actor.id(), actor.name());
    Slot what = new Slot.Quoted(model.targets().get(cell.target()).name());
    Slot role = ActorWords.word(judgement.role());
    Sentence statement =
        switch (judgement.verdict()) {
          case YES -> say("{} is {} of {}", who, role, what);
          case ATTEMPTED -> say("{} attempts to be {} of {}, without effect", who, role, what);
          case NO -> say("{} is not {} of {}", who, role, what);
        };
    if (!column.observer().isEmpty()) {
      Actor o = column.observer().getFirst();
      statement = statement.then(" as seen by {}", new Slot.OfParty(o.id(), o.name()));
    }
    String id = "role-%s-%s".formatted(actor.id(), model.targets().get(cell.target()).id());
    return new Finding(
        column.id().isEmpty() ? id : id + "-" + column.id(),
        Prominence.HEADLINE,
        statement,
        List.of(),
        List.of(new Figure.Steps("Why", steps(judgement, model))));
  }

  private static List<Sentence> steps(Judgement judgement, Model model) {
    List<Sentence> steps = new ArrayList<>();
    steps.add(say("The criterion: {}", new Slot.Plain(judgement.role().criterion())));
    steps.addAll(judgement.because());
    Set<String> sources = new LinkedHashSet<>();
    long bare = 0;
    for (Evidence evidence : judgement.evidence()) {
      if (evidence.citations().isEmpty()) bare++;
      evidence.citations().forEach(c -> sources.add(c.source().text()));
    }
    if (!sources.isEmpty()) {
      List<Slot> told = sources.stream().<Slot>map(s -> new Slot.Plain(source(model, s))).toList();
      steps.add(say("Its inputs rest on {}", new Slot.Several(told)));
    }
    if (bare > 0) {
      steps.add(
          say(
              "{} without a source: judged by the author of the file",
              new Slot.Count(bare, "input is", "inputs are")));
    }
    return steps;
  }

  private static String source(Model model, String id) {
    return model.scenario().sources().stream()
        .filter(s -> s.id().text().equals(id))
        .findFirst()
        .map((SourceEntry s) -> s.title().isEmpty() ? id : "%s (%s)".formatted(id, s.title()))
        .orElse(id);
  }
}
