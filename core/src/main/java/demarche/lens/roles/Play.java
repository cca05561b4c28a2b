package demarche.lens.roles;

import demarche.lens.Run;
import demarche.lens.council.Power;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that is found out about who plays what.
///
/// @param targets by their places
/// @param attribution zero or one
/// @param power by the body's id
/// @param valued what each actor's part is worth to each: by the index of whose part it is; empty
///   where that was not worked out
record Play(
    Casting casting,
    List<Integer> targets,
    List<Attribution> attribution,
    List<Blocking> blocking,
    List<Means> means,
    Map<String, Power> power,
    List<List<List<Double>>> valued) {
  Play {
    targets = List.copyOf(targets);
    attribution = List.copyOf(attribution);
    blocking = List.copyOf(blocking);
    means = List.copyOf(means);
    power = new LinkedHashMap<>(power);
    valued = List.copyOf(valued);
  }

  /// What rests on rights and votes alone.
  static Play byRight(Casting casting, List<Integer> targets, Run run) {
    Scene scene = scene(casting);
    Map<String, Power> power = new LinkedHashMap<>();
    for (Body body : scene.model().bodies()) {
      power.put(body.id(), Power.of(scene.model(), body, run));
    }
    List<Blocking> blocking = Blocking.of(scene, targets, run);
    return new Play(casting, targets, List.of(), blocking, scene.means(), power, List.of());
  }

  /// All of it.
  static Play of(Casting casting, List<Integer> targets, Run run) {
    Scene scene = scene(casting);
    Play right = byRight(casting, targets, run);
    List<List<List<Double>>> valued = valued(scene, targets, run);
    return new Play(
        casting,
        targets,
        List.of(Attribution.of(scene, targets, run)),
        right.blocking,
        right.means,
        right.power,
        valued);
  }

  private static Scene scene(Casting casting) {
    return casting.cast().columns().getFirst().scene();
  }

  Scene scene() {
    return scene(casting);
  }

  Model model() {
    return scene().model();
  }

  private static List<List<List<Double>>> valued(Scene scene, List<Integer> targets, Run run) {
    List<Actor> actors = scene.model().actors();
    List<Integer> all = actors.stream().map(Actor::index).toList();
    scene.base().prepare(targets, all);
    run.over(
        "worth",
        actors.size(),
        1,
        _ ->
            (from, to) -> {
              for (Actor actor : actors.subList(from, to)) {
                if (scene.without(Kind.INACTIVE, actor)
                    instanceof Imagining.Possible(World world)) {
                  world.prepare(targets, all);
                }
              }
            });
    List<List<List<Double>>> valued = new ArrayList<>();
    for (Actor actor : actors) {
      valued.add(actors.stream().map(other -> scene.valueOf(actor, other)).toList());
    }
    return valued;
  }
}
