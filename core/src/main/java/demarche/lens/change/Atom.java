package demarche.lens.change;

import demarche.model.Proposition;
import org.apache.commons.numbers.fraction.BigFraction;

/// One change that is made or not. Parties, priorities, lines, options are told by their places.
sealed interface Atom {
  Kind kind();

  /// A priority stands before one that the file puts before it.
  ///
  /// @param first the one that the file puts first
  record Swapped(int actor, int first, int second) implements Atom {
    @Override
    public Kind kind() {
      return Kind.PRIORITIES;
    }
  }

  /// A priority that holds with some probability counts, where it does not, or the reverse.
  record Counted(int actor, int priority) implements Atom {
    @Override
    public Kind kind() {
      return Kind.PRIORITIES;
    }
  }

  /// A number stands elsewhere within its range.
  record Moved(Lever lever, BigFraction to) implements Atom {
    @Override
    public Kind kind() {
      return lever instanceof Lever.Parameter ? Kind.PARAMETERS : Kind.WEIGHTS;
    }
  }

  /// A red line is given up.
  record Dropped(int actor, int line) implements Atom {
    @Override
    public Kind kind() {
      return Kind.RED_LINES;
    }
  }

  /// A red line with one comparison moved by one level.
  ///
  /// @param never what the line then means
  /// @param before the comparison
  /// @param after what stands in its place
  record Shifted(
      int actor, int line, Proposition never, Proposition.Within before, Proposition.Within after)
      implements Atom {
    @Override
    public Kind kind() {
      return Kind.RED_LINES;
    }
  }

  /// An option stands otherwise than the proposal, or whatever was asked about, has it.
  record Set(int option, int level) implements Atom {
    @Override
    public Kind kind() {
      return Kind.OPTIONS;
    }
  }

  /// An issue area is on the table.
  record Opened(String area) implements Atom {
    @Override
    public Kind kind() {
      return Kind.ISSUES;
    }
  }

  /// A majority needs one more, or one less.
  ///
  /// @param body by its place among the bodies
  /// @param by 1 or -1
  record Majority(int body, int rule, int by) implements Atom {
    @Override
    public Kind kind() {
      return Kind.RULES;
    }
  }

  /// A member of a body may veto, where it may not, or the reverse.
  record Veto(int body, int seat) implements Atom {
    @Override
    public Kind kind() {
      return Kind.RULES;
    }
  }

  /// An actor sees another one as it is.
  ///
  /// @param of whom it sees otherwise
  record Seen(int holder, String of) implements Atom {
    @Override
    public Kind kind() {
      return Kind.BELIEFS;
    }
  }

  /// An actor knows of all options.
  record Sighted(int holder) implements Atom {
    @Override
    public Kind kind() {
      return Kind.BELIEFS;
    }
  }
}
