package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Target;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What one actor's part does to a target, and which role that makes, in whose eyes.
///
/// @param asked who and what is meant
/// @param effort how much is worked out
public record RolesLens(Asked asked, Effort effort) implements Lens {
  /// All roles, as far as that does not take long.
  public static final RolesLens USUAL = new RolesLens(Asked.ALL, Effort.MODEST);

  private static final String KEY = "roles";

  /// Worlds times states that a modest effort works out where each takes a forecast: some seconds.
  static final long MODEST_WORK = 1_000_000;

  /// How much is worked out.
  public enum Effort {
    /// Where forecasts would take long, only who is decisive, and what rests on rights and votes.
    MODEST,
    /// All of it.
    WHOLE
  }

  /// What somebody wants to know; empty lists stand for all.
  ///
  /// @param actors ids
  /// @param targets ids
  /// @param observers ids; none for things as they are and all observers
  /// @param explained the one role to be explained; empty for none
  public record Asked(
      List<String> actors,
      List<String> targets,
      List<String> observers,
      List<Role> explained,
      Terms terms) {
    public static final Asked ALL =
        new Asked(List.of(), List.of(), List.of(), List.of(), Terms.USUAL);

    public Asked {
      actors = List.copyOf(actors);
      targets = List.copyOf(targets);
      observers = List.copyOf(observers);
      explained = List.copyOf(explained);
    }

    boolean isAbout(Actor actor) {
      return actors.isEmpty() || actors.contains(actor.id());
    }

    boolean isAbout(Target target) {
      return targets.isEmpty() || targets.contains(target.id());
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  /// The answer with the share of draws in which each role is played.
  ///
  /// @param shares by the keys of inquiries
  public static Answer withShares(Answer answer, Map<String, Double> shares) {
    if (!answer.lens().equals(KEY)) return answer;
    return new Answer(
        answer.lens(),
        answer.title(),
        answer.findings(),
        RolesData.withShares(answer.data(), shares),
        answer.method());
  }

  @Override
  public String question() {
    return "What does each actor's part do to a target, and which role is that, in whose eyes?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("targets", "ties", "beliefs");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.targets().isEmpty() && !model.actors().isEmpty();
  }

  /// Each draw takes many worlds.
  @Override
  public boolean isQuicklyAsked() {
    return false;
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    return Inquiries.of(cast(Scene.of(space, run), Arrays.asList(Role.values())));
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Scene scene = Scene.of(space, run);
    Casting.Cast whole =
        cast(scene, asked.explained.isEmpty() ? Arrays.asList(Role.values()) : asked.explained);
    boolean cut = effort == Effort.MODEST && isLong(scene, whole);
    Casting.Cast cast = cut ? modest(whole) : whole;
    Casting casting = Casting.of(cast, run);
    if (!asked.explained.isEmpty()) return explained(casting);
    List<Integer> targets = cast.columns().getFirst().targets();
    List<Finding> findings = new ArrayList<>();
    if (cut) findings.add(left(space, whole));
    Play play = cut ? Play.byRight(casting, targets, run) : Play.of(casting, targets, run);
    findings.addAll(new ActorWords(casting).findings());
    findings.addAll(new TargetWords(play).findings());
    new ShareWords(play).finding().ifPresent(findings::add);
    new WorthWords(play).finding().ifPresent(findings::add);
    return new Answer(
        key(), "Roles", findings, new RolesData(casting, play).data(), method(scene, play));
  }

  /// Who is decisive, and what rests on rights, votes and equilibria, as things are.
  private static Casting.Cast modest(Casting.Cast whole) {
    List<Role> roles =
        whole.roles().stream().filter(r -> r.isByRight() || r == Role.DECISIVE).toList();
    return new Casting.Cast(
        List.of(whole.columns().getFirst()), whole.actors(), roles, whole.terms());
  }

  private Answer explained(Casting casting) {
    return new Answer(
        key(),
        "A role explained",
        new Story(casting).findings(),
        RolesData.cells(casting),
        List.of());
  }

  /// Whether forecasts would take longer than a modest effort does.
  private static boolean isLong(Scene scene, Casting.Cast cast) {
    return !scene.model().forecast().isEmpty()
        && (long) Casting.worlds(cast) * scene.space().size() > MODEST_WORK;
  }

  private Casting.Cast cast(Scene scene, List<Role> roles) {
    Model model = scene.model();
    List<Integer> targets =
        IntStream.range(0, model.targets().size())
            .filter(t -> asked.isAbout(model.targets().get(t)))
            .boxed()
            .toList();
    List<Column> columns =
        Column.all(scene).stream()
            .filter(c -> asked.observers.isEmpty() || asked.observers.contains(c.id()))
            .map(c -> c.about(targets))
            .filter(c -> !c.targets().isEmpty())
            .toList();
    if (columns.isEmpty()) columns = List.of(Column.asIs(scene).about(targets));
    List<Integer> actors =
        model.actors().stream().filter(asked::isAbout).map(Actor::index).toList();
    return new Casting.Cast(columns, actors, roles, asked.terms);
  }

  private Finding left(StateSpace space, Casting.Cast cast) {
    return new Finding(
        "roles-left",
        Finding.Prominence.SECTION,
        say(
            "Who is decisive and what rests on rights and votes is told here, as things are. The"
                + " other roles, observers and shares would take {} of {} each: `demarche roles"
                + " FILE` works them out, with `--actor` for one alone",
            new Slot.Count(Casting.worlds(cast), "forecast", "forecasts"),
            new Slot.Count(space.size(), "state", "states")),
        List.of(),
        List.of());
  }

  private List<Sentence> method(Scene scene, Play play) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        scene.model().forecast().isEmpty()
            ? say(
                "The figure of a target is the share of the equilibria by SEQ in which it holds; where"
                    + " there is no equilibrium there is no figure")
            : say(
                "The figure of a target is the probability that it holds at some time by the"
                    + " horizon"));
    method.add(
        say(
            "A figure must move by more than {}; \"without\" means {} unless another kind is named;"
                + " a bystander moves it by less than {}",
            Told.figure(asked.terms.threshold()),
            Moving.word(asked.terms.kind()),
            Told.figure(Terms.TOLERANCE)));
    for (Attribution attribution : play.attribution()) {
      method.add(
          say(
              "Shares of a figure are {}; inactive means passive, and indifferent in every body",
              new Slot.Plain(attribution.method())));
    }
    return method;
  }
}
