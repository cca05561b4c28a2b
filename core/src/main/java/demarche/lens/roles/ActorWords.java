package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Figure.Played;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what each actor plays: to what, and in whose eyes.
final class ActorWords {
  private final Casting casting;
  private final List<Column> columns;
  private final Model model;

  ActorWords(Casting casting) {
    this.casting = casting;
    this.columns = casting.cast().columns();
    this.model = columns.getFirst().scene().model();
  }

  List<Finding> findings() {
    return casting.cast().actors().stream()
        .flatMap(a -> findings(model.actors().get(a)).stream())
        .toList();
  }

  /// Where one actor is asked about, what it plays comes first, and why it does stands apart.
  private List<Finding> findings(Actor actor) {
    List<Sentence> reasons = new ArrayList<>();
    for (Role role : casting.cast().roles()) reasons.addAll(reasons(actor, role));
    String id = "roles-" + actor.id();
    Sentence statement = statement(actor);
    List<Figure> figures = figure(actor);
    if (casting.cast().actors().size() > 1) {
      return List.of(new Finding(id, Prominence.SECTION, statement, reasons, figures));
    }
    Slot who = new Slot.OfParty(actor.id(), actor.name());
    return List.of(
        new Finding(id, Prominence.HEADLINE, statement, List.of(), figures),
        new Finding(
            id + "-why",
            Prominence.SECTION,
            say("Why {} plays that, and what comes nearest where it does not", who),
            reasons,
            List.of()));
  }

  private Sentence statement(Actor actor) {
    List<Slot> parts = new ArrayList<>();
    for (Role role : casting.cast().roles()) {
      for (Verdict verdict : List.of(Verdict.YES, Verdict.ATTEMPTED)) {
        List<Slot> of = new ArrayList<>();
        for (int t : targets()) {
          played(actor, role, t, verdict).ifPresent(s -> of.add(new Slot.Clause(s)));
        }
        if (of.isEmpty()) continue;
        String pattern =
            verdict == Verdict.YES ? "{} of {}" : "{}, attempted without effect, of {}";
        parts.add(new Slot.Clause(say(pattern, word(role), new Slot.Several(of))));
      }
    }
    Slot who = new Slot.OfParty(actor.id(), actor.name());
    if (parts.isEmpty()) return say("{}: none of the roles", who);
    Sentence told = say("{}: ", who);
    for (int k = 0; k < parts.size(); k++) told = told.then(k == 0 ? "{}" : "; {}", parts.get(k));
    return told;
  }

  static Slot word(Role role) {
    return new Slot.OfConcept(role.word(), role.criterion());
  }

  private List<Integer> targets() {
    return casting.cells().stream().map(Casting.Cell::target).distinct().sorted().toList();
  }

  private List<Casting.Cell> cells(Actor actor, Role role, int target) {
    return casting.cells().stream()
        .filter(
            c -> c.actor() == actor.index() && c.target() == target && c.judgement().role() == role)
        .toList();
  }

  /// `quiet`, or `quiet (only as seen by the union)`; empty where the best verdict of all columns
  /// is another.
  private Optional<Sentence> played(Actor actor, Role role, int target, Verdict verdict) {
    List<Casting.Cell> cells = cells(actor, role, target);
    List<Casting.Cell> yes =
        cells.stream().filter(c -> c.judgement().verdict() == verdict).toList();
    boolean better = cells.stream().anyMatch(c -> c.judgement().verdict().compareTo(verdict) < 0);
    if (yes.isEmpty() || better) return Optional.empty();
    Sentence told = say("{}", new Slot.Quoted(model.targets().get(target).name()));
    boolean looked = columns.getFirst().observer().isEmpty() && cells.getFirst().column() == 0;
    boolean asIs = yes.stream().anyMatch(c -> columns.get(c.column()).observer().isEmpty());
    if (looked && !asIs) {
      List<Slot> eyes =
          yes.stream()
              .flatMap(c -> columns.get(c.column()).observer().stream())
              .<Slot>map(o -> new Slot.OfParty(o.id(), o.name()))
              .toList();
      return Optional.of(told.then(" (only as seen by {})", new Slot.Several(eyes)));
    }
    List<Slot> aims = aims(model.targets().get(target));
    if (role == Role.SPOILER && !aims.isEmpty()) {
      return Optional.of(told.then(" (an aim of {} alone)", new Slot.Several(aims)));
    }
    return Optional.of(told);
  }

  /// Those whose aim it is.
  private List<Slot> aims(Target target) {
    return model.actors().stream()
        .filter(a -> target.of().contains(a.id()))
        .<Slot>map(a -> new Slot.OfParty(a.id(), a.name()))
        .toList();
  }

  /// Why it plays a role, column by column; where it plays it to nothing, what comes nearest.
  private List<Sentence> reasons(Actor actor, Role role) {
    List<Sentence> reasons = new ArrayList<>();
    for (Casting.Cell cell : casting.cells()) {
      if (cell.actor() != actor.index() || cell.judgement().role() != role) continue;
      if (cell.judgement().verdict() == Verdict.NO) continue;
      if (isTold(cell)) continue;
      reasons.add(reason(cell));
    }
    if (reasons.isEmpty()) nearest(actor, role).ifPresent(reasons::add);
    return reasons;
  }

  /// Whether the verdict is that of things as they are, and told there.
  private boolean isTold(Casting.Cell cell) {
    return !columns.get(cell.column()).observer().isEmpty()
        && casting.cells().stream()
            .filter(c -> c.actor() == cell.actor() && c.target() == cell.target())
            .filter(c -> c.judgement().role() == cell.judgement().role())
            .filter(c -> columns.get(c.column()).observer().isEmpty())
            .anyMatch(c -> c.judgement().verdict() == cell.judgement().verdict());
  }

  private Sentence reason(Casting.Cell cell) {
    Column column = columns.get(cell.column());
    Slot what = new Slot.Quoted(model.targets().get(cell.target()).name());
    Judgement judgement = cell.judgement();
    Sentence told =
        judgement.verdict() == Verdict.ATTEMPTED
            ? say("{} of {}, attempted", word(judgement.role()), what)
            : say("{} of {}", word(judgement.role()), what);
    if (!column.observer().isEmpty()) {
      Actor o = column.observer().getFirst();
      told = told.then(" as seen by {}", new Slot.OfParty(o.id(), o.name()));
    }
    told = told.then(": ");
    for (int k = 0; k < judgement.because().size(); k++) {
      told = told.then(k == 0 ? "" : ". ").then(judgement.because().get(k));
    }
    return told;
  }

  /// Of a role that it does not play, the target for which the most was measured.
  private Optional<Sentence> nearest(Actor actor, Role role) {
    Optional<Casting.Cell> most =
        casting.cells().stream()
            .filter(c -> c.actor() == actor.index() && c.judgement().role() == role)
            .filter(c -> columns.get(c.column()).observer().isEmpty())
            .filter(c -> !c.judgement().figure().isEmpty())
            .reduce((a, b) -> size(b) > size(a) ? b : a);
    if (role == Role.BYSTANDER || most.isEmpty()) return Optional.empty();
    Sentence told =
        say(
            "not {}, nearest to it of {}: ",
            word(role),
            new Slot.Quoted(model.targets().get(most.get().target()).name()));
    List<Sentence> because = most.get().judgement().because();
    for (int k = 0; k < because.size(); k++) {
      told = told.then(k == 0 ? "" : ". ").then(because.get(k));
    }
    return Optional.of(told);
  }

  private static double size(Casting.Cell cell) {
    return Math.abs(cell.judgement().figure().getFirst());
  }

  /// Roles that it plays in somebody's eyes as rows, eyes as columns.
  private List<Figure> figure(Actor actor) {
    List<Figure.Player> rows = new ArrayList<>();
    for (Role role : casting.cast().roles()) {
      for (int t : targets()) {
        List<Casting.Cell> cells = cells(actor, role, t);
        if (cells.stream().allMatch(c -> c.judgement().verdict() == Verdict.NO)) continue;
        String name = role.word() + " of " + model.targets().get(t).name();
        rows.add(new Figure.Player(name, parts(cells)));
      }
    }
    if (rows.isEmpty()) return List.of();
    return List.of(
        new Figure.Parts(
            "What " + actor.name() + " plays, in whose eyes",
            "role",
            columns.stream().map(Column::title).toList(),
            rows,
            say(
                "A number, and its bar: how much of the target's figure is there because of it, of a"
                    + " guarantor which share of the equilibria with the target. An observer's column"
                    + " tells its own targets alone, as it pictures things")));
  }

  /// One for each column.
  private List<Figure.Part> parts(List<Casting.Cell> cells) {
    List<Figure.Part> parts = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int column = c;
      parts.add(
          cells.stream()
              .filter(cell -> cell.column() == column)
              .findFirst()
              .map(cell -> part(cell.judgement()))
              .orElse(new Figure.Part(Played.OPEN, 0, say(""))));
    }
    return parts;
  }

  private static Figure.Part part(Judgement judgement) {
    Played played =
        switch (judgement.verdict()) {
          case YES -> Played.YES;
          case ATTEMPTED -> Played.ATTEMPTED;
          case NO -> Played.NO;
        };
    if (judgement.figure().isEmpty() || judgement.role() == Role.BAD_COP) {
      return new Figure.Part(played, 0, say(""));
    }
    double move = judgement.figure().getFirst();
    if (judgement.role() == Role.GUARANTOR) {
      return new Figure.Part(played, move, say("{} of its equilibria", Told.figure(move)));
    }
    return new Figure.Part(played, Math.clamp(move, -1, 1), say("{}", Told.move(move)));
  }
}
