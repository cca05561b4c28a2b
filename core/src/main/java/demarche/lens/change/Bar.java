package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What keeps a party from what is wanted, whatever in the pool is changed.
sealed interface Bar {
  /// The constraints, or what an event is, rule the state out.
  record NoState() implements Bar {}

  /// A red line that is crossed, and that nothing in the pool moves out of the way.
  record Line(Actor actor, RedLine line) implements Bar {}

  /// A loss that all moves in the pool together do not make good.
  ///
  /// @param loss as things stand
  /// @param most by how much moves could make it less, at most
  record Gap(Actor actor, BigFraction loss, BigFraction most) implements Bar {}

  /// An actor without values likes something else better whatever is changed.
  record Order(Actor actor) implements Bar {}

  /// A body does not pass it.
  record Vote(Party body) implements Bar {}

  /// A party would leave it whatever is changed.
  record Leaves(Party party, List<Integer> to) implements Bar {
    public Leaves {
      to = List.copyOf(to);
    }
  }
}
