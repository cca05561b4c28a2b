package demarche.lens.roles;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Somebody who looks, and at what: everybody's targets as things are, or an actor's own targets as
/// it pictures things.
///
/// @param observer zero or one
/// @param targets by their places
public record Column(List<Actor> observer, Scene scene, List<Integer> targets) {
  public Column {
    observer = List.copyOf(observer);
    targets = List.copyOf(targets);
  }

  /// Things as they are.
  public static Column asIs(Scene scene) {
    List<Target> all = scene.model().targets();
    return new Column(List.of(), scene, IntStream.range(0, all.size()).boxed().toList());
  }

  /// The column of an actor; empty where no target is its own.
  public static Optional<Column> of(Scene scene, Actor observer) {
    List<Target> all = scene.model().targets();
    List<Integer> own =
        IntStream.range(0, all.size())
            .filter(t -> all.get(t).of().contains(observer.id()))
            .boxed()
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new Column(List.of(observer), scene.seenBy(observer.id()), own));
  }

  /// As things are, then each observer in file order.
  public static List<Column> all(Scene scene) {
    Model model = scene.model();
    List<Column> columns = new ArrayList<>(List.of(asIs(scene)));
    model.actors().forEach(a -> of(scene, a).ifPresent(columns::add));
    return columns;
  }

  /// The same with some targets alone.
  Column about(List<Integer> places) {
    return new Column(observer, scene, targets.stream().filter(places::contains).toList());
  }

  /// The observer's id; empty for things as they are.
  String id() {
    return observer.isEmpty() ? "" : observer.getFirst().id();
  }

  String title() {
    return observer.isEmpty() ? "as it is" : observer.getFirst().name();
  }

  Question question(int actor, int target, Terms terms) {
    return new Question(scene, scene.model().actors().get(actor), target, terms);
  }
}
