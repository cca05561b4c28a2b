package demarche.lens.claims;

import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a part of a check amounts to.
sealed interface Value {
  record Truth(boolean holds) implements Value {}

  record Amount(BigFraction amount) implements Value {}

  /// A number that need not be a fraction, such as a tau-b.
  ///
  /// @param signedSquare the number times its own amount, which is one
  record Root(BigFraction signedSquare) implements Value {}

  record Text(String text) implements Value {}

  /// A set whose members have names.
  sealed interface Members extends Value {
    long count();

    boolean has(String member);

    /// In ascending or file order.
    Stream<String> members();

    default boolean isWithin(Members other) {
      return count() <= other.count() && members().allMatch(other::has);
    }

    default boolean isSame(Members other) {
      return count() == other.count() && isWithin(other);
    }
  }

  /// Parties, words, or parts of states, in the order in which they are told.
  record Named(Set<String> names) implements Members {
    public Named {
      names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    static Named of(List<String> names) {
      return new Named(new LinkedHashSet<>(names));
    }

    @Override
    public long count() {
      return names.size();
    }

    @Override
    public boolean has(String member) {
      return names.contains(member);
    }

    @Override
    public Stream<String> members() {
      return names.stream();
    }
  }

  /// States of a space; there may be millions.
  record States(StateSpace space, StateSet set) implements Members {
    @Override
    public long count() {
      return set.count();
    }

    @Override
    public boolean has(String member) {
      int state = space.state(member);
      return state >= 0 && set.contains(state);
    }

    @Override
    public Stream<String> members() {
      return set.stream().mapToObj(space::code);
    }
  }
}
