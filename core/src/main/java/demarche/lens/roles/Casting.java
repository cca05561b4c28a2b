package demarche.lens.roles;

import demarche.lens.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who plays what, in whose eyes.
///
/// @param cells by column, then actor, then target, then role
public record Casting(Cast cast, List<Cell> cells) {
  public Casting {
    cells = List.copyOf(cells);
  }

  /// What is asked.
  ///
  /// @param actors by their indices
  public record Cast(List<Column> columns, List<Integer> actors, List<Role> roles, Terms terms) {
    public Cast {
      columns = List.copyOf(columns);
      actors = List.copyOf(actors);
      roles = List.copyOf(roles);
    }

    /// Whether some role is judged by every kind of counterfactual.
    boolean takesAllKinds() {
      return roles.contains(Role.SPOILER) || roles.contains(Role.BYSTANDER);
    }
  }

  /// @param column its place among the columns
  /// @param actor its index
  /// @param target its place
  public record Cell(int column, int actor, int target, Judgement judgement) {}

  /// A world and what is asked of it.
  private record Task(Scene scene, int actor, Kind kind, Set<Integer> targets) {
    void work() {
      if (scene.without(kind, scene.model().actors().get(actor))
          instanceof Imagining.Possible(World world)) {
        world.prepare(targets, List.of());
      }
    }
  }

  /// Works all of it out on all threads.
  static Casting of(Cast cast, Run run) {
    if (cast.roles.stream().anyMatch(role -> !role.isByRight())) prepare(cast, run);
    List<Cell> open = new ArrayList<>();
    for (int c = 0; c < cast.columns.size(); c++) {
      for (int actor : cast.actors) {
        for (int target : cast.columns.get(c).targets()) {
          for (Role role : cast.roles) {
            Judgement none = new Judgement(role, Verdict.NO, "", List.of(), List.of(), List.of());
            open.add(new Cell(c, actor, target, none));
          }
        }
      }
    }
    Cell[] done = new Cell[open.size()];
    run.over(
        "roles",
        done.length,
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) done[k] = judged(cast, open.get(k));
            });
    return new Casting(cast, Arrays.asList(done));
  }

  private static Cell judged(Cast cast, Cell cell) {
    Column column = cast.columns.get(cell.column);
    Question question = column.question(cell.actor, cell.target, cast.terms);
    Role role = cell.judgement.role();
    return new Cell(cell.column, cell.actor, cell.target, question.judge(role));
  }

  /// All worlds in which one actor is missing, each with the targets of all who look at it.
  private static void prepare(Cast cast, Run run) {
    Map<Scene, Set<Integer>> scenes = new LinkedHashMap<>();
    for (Column column : cast.columns) {
      scenes.computeIfAbsent(column.scene(), _ -> new TreeSet<>()).addAll(column.targets());
    }
    scenes.forEach((scene, targets) -> scene.base().prepare(targets, List.of()));
    Set<Task> tasks = new LinkedHashSet<>();
    scenes.forEach((scene, targets) -> {
      for (int a = 0; a < scene.model().actors().size(); a++) {
        tasks.add(new Task(scene, a, cast.terms.kind(), targets));
      }
      if (!cast.takesAllKinds()) return;
      for (int a : cast.actors) {
        for (Kind kind : Kind.values()) tasks.add(new Task(scene, a, kind, targets));
      }
    });
    List<Task> list = List.copyOf(tasks);
    run.over(
        "worlds", list.size(), 1, _ -> (from, to) -> list.subList(from, to).forEach(Task::work));
  }

  /// How many worlds that takes, those of good offices left out.
  static int worlds(Cast cast) {
    Set<Scene> scenes = new LinkedHashSet<>();
    cast.columns.forEach(c -> scenes.add(c.scene()));
    int all = cast.columns.getFirst().scene().model().actors().size();
    int others = all - cast.actors.size();
    return scenes.size() * (1 + others + cast.actors.size() * Kind.values().length);
  }

  List<Cell> of(int column, int actor) {
    return cells.stream().filter(c -> c.column == column && c.actor == actor).toList();
  }
}
