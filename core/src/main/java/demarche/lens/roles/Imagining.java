package demarche.lens.roles;

import java.util.List;

/// A world in which something is otherwise, or why there is none.
public sealed interface Imagining {
  record Possible(World world) implements Imagining {}

  /// @param reason such as what its status quo would break
  record Meaningless(String reason) implements Imagining {}

  /// What comes of a target there; empty where there is no figure.
  default List<Double> figure(int target) {
    return switch (this) {
      case Possible(World world) -> world.figure(target);
      case Meaningless _ -> List.of();
    };
  }

  /// What it is worth to an actor, by its index; empty where there is no figure.
  default List<Double> worth(int actor) {
    return switch (this) {
      case Possible(World world) -> world.worth(actor);
      case Meaningless _ -> List.of();
    };
  }

  /// Why there is no figure.
  default String reason() {
    return switch (this) {
      case Possible _ -> "no equilibrium by SEQ, so no figure";
      case Meaningless(String reason) -> reason;
    };
  }
}
