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
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tells of each target who makes it what it is.
final class TargetWords {
  private static final int MOST_SETS = 6;

  private final Play play;
  private final Casting casting;
  private final Model model;

  TargetWords(Play play) {
    this.play = play;
    this.casting = play.casting();
    this.model = play.model();
  }

  List<Finding> findings() {
    return play.targets().stream().map(this::finding).toList();
  }

  private boolean isFigured() {
    return !play.attribution().isEmpty();
  }

  private Finding finding(int target) {
    List<Sentence> reasons = new ArrayList<>();
    play.blocking().stream()
        .filter(b -> b.target() == target)
        .forEach(b -> reasons.add(blocking(b)));
    List<Figure> figures = new ArrayList<>();
    if (isFigured()) {
      reasons.addAll(withoutWorld(target));
      attribution(target, reasons);
      figures.add(effects(target));
    }
    figures.add(means(target));
    return new Finding(
        "roles-of-" + model.targets().get(target).id(),
        hasDecisive(target) ? Prominence.HEADLINE : Prominence.SECTION,
        statement(target),
        reasons,
        figures);
  }

  private boolean hasDecisive(int target) {
    return casting.cast().actors().size() > 1 && !playing(target, Role.DECISIVE).isEmpty();
  }

  private Slot what(int target) {
    return new Slot.Quoted(model.targets().get(target).name());
  }

  /// Those who play a role to the target as things are.
  private List<Slot> playing(int target, Role role) {
    return casting.cells().stream()
        .filter(c -> c.target() == target && c.judgement().role() == role)
        .filter(c -> casting.cast().columns().get(c.column()).observer().isEmpty())
        .filter(c -> c.judgement().verdict() == Verdict.YES)
        .<Slot>map(c -> party(model.actors().get(c.actor())))
        .toList();
  }

  private static Slot party(Actor actor) {
    return new Slot.OfParty(actor.id(), actor.name());
  }

  private Sentence statement(int target) {
    Sentence told =
        casting.cast().roles().contains(Role.DECISIVE)
            ? say("{} is at {}", what(target), Told.figure(play.scene().base().figure(target)))
            : say("{}", what(target));
    boolean any = false;
    for (Role role : casting.cast().roles()) {
      List<Slot> playing = playing(target, role);
      if (playing.isEmpty()) continue;
      told =
          told.then(
              any ? "; {}: {}" : ", {}: {}", ActorWords.word(role), new Slot.Several(playing));
      any = true;
    }
    return any ? told : told.then(", and nobody asked about has a role in it");
  }

  private Sentence blocking(Blocking blocking) {
    return switch (blocking.answer()) {
      case HOLDS_NOW -> say("It holds already, so no way to it can be blocked");
      case NO_WAY -> say("No way by moves leads to it, whoever holds back");
      case WAYS -> ways(blocking);
    };
  }

  private Sentence ways(Blocking blocking) {
    if (blocking.sets().isEmpty()) {
      return blocking.most() < Players.of(model).size()
          ? say(
              "No {} or fewer can keep it from being reached; larger sets were not searched",
              new Slot.Count(blocking.most(), "actor", "actors"))
          : say("No set of actors can keep it from being reached");
    }
    List<Slot> sets =
        blocking.sets().stream()
            .limit(MOST_SETS)
            .<Slot>map(set ->
                new Slot.Several(
                    model.actors().stream()
                        .filter(a -> set.contains(a.id()))
                        .map(TargetWords::party)
                        .toList()))
            .toList();
    Sentence told = say("By right it can be stopped by {}", either(sets));
    int left = blocking.sets().size() - sets.size();
    if (left > 0)
      told = told.then("; and by {}", new Slot.Count(left, "more such set", "more such sets"));
    return blocking.most() < Players.of(model).size()
        ? told.then(
            "; sets of more than {} were not searched", new Slot.Count(blocking.most(), "", ""))
        : told;
  }

  private static Slot either(List<Slot> sets) {
    Sentence told = say("{}", sets.getFirst());
    for (int k = 1; k < sets.size(); k++) told = told.then("; or by {}", sets.get(k));
    return new Slot.Clause(told);
  }

  /// Kinds in which somebody has no world, with the reason; each once.
  private List<Sentence> withoutWorld(int target) {
    List<Sentence> reasons = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (int a : casting.cast().actors()) {
      Actor actor = model.actors().get(a);
      for (Kind kind : Kind.values()) {
        Imagining world = play.scene().without(kind, actor);
        boolean plain = kind == Kind.WITHOUT_VETO; // who holds no veto is told in the table
        if (plain || !world.figure(target).isEmpty()) continue;
        if (!told.add(actor.id() + kind.id())) continue;
        reasons.add(
            say(
                "There is no figure with {} {}: {}",
                party(actor),
                Moving.word(kind),
                new Slot.Plain(world.reason())));
      }
    }
    return reasons;
  }

  private void attribution(int target, List<Sentence> reasons) {
    for (Attribution attribution : play.attribution()) {
      Attribution.Shares shares = shares(attribution, target);
      if (shares.of().isEmpty()) {
        reasons.add(say("It is not shared out: some set of active actors has no figure"));
        continue;
      }
      reasons.add(
          say(
              "With everybody inactive it would be at {}: the difference is {}",
              Told.figure(shares.none()),
              Told.move(shares.all() - shares.none())));
    }
  }

  private static Attribution.Shares shares(Attribution attribution, int target) {
    return attribution.shares().get(attribution.targets().indexOf(target));
  }

  /// Actors as rows, kinds as columns: how much of the figure is there because of each.
  private Figure effects(int target) {
    List<Figure.Player> rows = new ArrayList<>();
    for (int a : casting.cast().actors()) {
      Actor actor = model.actors().get(a);
      List<Figure.Part> parts = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        List<Double> move = play.scene().move(actor, target, kind);
        parts.add(
            move.isEmpty()
                ? new Figure.Part(Played.OPEN, 0, say("{}", none(actor, kind)))
                : new Figure.Part(
                    Played.OPEN,
                    Math.clamp(move.getFirst(), -1, 1),
                    say("{}", Told.move(move.getFirst()))));
      }
      rows.add(new Figure.Player(actor.name(), parts));
    }
    return new Figure.Parts(
        "How much of " + model.targets().get(target).name() + " is there because of each",
        "actor",
        Kind.ids(),
        rows,
        say(
            "The figure as it is less the figure without the actor, by what without means: {}",
            new Slot.Several(Arrays.stream(Kind.values()).<Slot>map(Moving::word).toList())));
  }

  private Slot none(Actor actor, Kind kind) {
    boolean meaningless = play.scene().without(kind, actor) instanceof Imagining.Meaningless;
    return new Slot.Plain(kind == Kind.WITHOUT_VETO && meaningless ? "no veto" : "no figure");
  }

  /// What each has by right, does, and can bring: three columns, never one number.
  private Figure means(int target) {
    List<String> headers = new ArrayList<>(List.of("actor", "rights"));
    if (isFigured()) headers.add("effect, " + casting.cast().terms().kind().id());
    headers.add("means");
    List<List<Sentence>> rows = new ArrayList<>();
    for (int a : casting.cast().actors()) {
      Actor actor = model.actors().get(a);
      List<Sentence> row = new ArrayList<>();
      row.add(say("{}", party(actor)));
      row.add(new RightsWords(play).of(actor, target));
      if (isFigured()) {
        List<Double> move = play.scene().move(actor, target, casting.cast().terms().kind());
        row.add(say("{}", move.isEmpty() ? Told.figure(move) : Told.move(move.getFirst())));
      }
      row.add(new RightsWords(play).means(actor, model.targets().get(target)));
      rows.add(row);
    }
    Target asked = model.targets().get(target);
    return new Figure.Table("Rights, effect and means: " + asked.name(), headers, rows);
  }
}
