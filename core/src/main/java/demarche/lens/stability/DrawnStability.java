package demarche.lens.stability;

import demarche.lens.Run;
import demarche.lens.SideBySide;
import demarche.lens.stability.Inquiries.Count;
import demarche.lens.stability.Inquiries.Followed;
import demarche.lens.stability.Inquiries.Holds;
import demarche.lens.stability.Inquiries.Some;
import demarche.lens.stability.sweep.DrawnBoard;
import demarche.model.Lots;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is asked of stability, in as many draws at a time as a vector has lanes.
///
/// It serves few states, actors alone, and where all that is uncertain is whether priorities count
/// and whose order of an actor's is taken: then the states of equal wishes are found once, and a
/// draw costs a rank for each kind of state.
///
/// **Cost.** That of [DrawnBoard], and for each concept a step a state.
final class DrawnStability implements SideBySide {
  private final StateSpace space;
  private final List<Followed> followed;
  private final List<DrawnWishes> wishes;

  private DrawnStability(StateSpace space, List<Followed> followed, List<DrawnWishes> wishes) {
    this.space = space;
    this.followed = List.copyOf(followed);
    this.wishes = List.copyOf(wishes);
  }

  /// @param followed all that is asked
  /// @return empty where it does not serve
  static Optional<SideBySide> of(StateSpace space, List<Followed> followed) {
    if (!DrawnBoard.serves(space)) return Optional.empty();
    if (followed.stream().anyMatch(f -> f.concept() == Concept.SIM)) return Optional.empty();
    List<DrawnWishes> wishes = DrawnWishes.of(space);
    return wishes.isEmpty()
        ? Optional.empty()
        : Optional.of(new DrawnStability(space, followed, wishes));
  }

  @Override
  public int draws() {
    return board().draws();
  }

  @Override
  public Worker worker() {
    return new Working(board());
  }

  private DrawnBoard<?> board() {
    long ranks = wishes.stream().mapToLong(DrawnWishes::most).max().orElseThrow();
    int[] silent = wishes.stream().mapToInt(DrawnWishes::silent).toArray();
    return DrawnBoard.of(space, ranks, silent);
  }

  private final class Working implements Worker {
    private final DrawnBoard<?> board;

    Working(DrawnBoard<?> board) {
      this.board = board;
    }

    @Override
    public List<double[]> replies(List<Lots> lots, Run run) {
      for (int a = 0; a < wishes.size(); a++) {
        DrawnWishes own = wishes.get(a);
        board.rank(a, own.kinds(), own.table(lots, board.draws()));
      }
      Map<Concept, long[]> leaving = new EnumMap<>(Concept.class);
      for (Followed f : followed) {
        if (leaving.containsKey(f.concept())) continue;
        long[] marks = board.marks();
        if (!mark(f.concept(), marks, run)) return List.of();
        leaving.put(f.concept(), marks);
      }
      List<double[]> replies = new ArrayList<>();
      for (Followed f : followed) {
        replies.add(reply(f, Objects.requireNonNull(leaving.get(f.concept())), lots.size()));
      }
      return replies;
    }

    private boolean mark(Concept concept, long[] marks, Run run) {
      if (concept != Concept.R) {
        return board.leaveInSpiteOf(concept.replies(), concept.isSymmetric(), marks, run);
      }
      board.leaveForGain(marks);
      return true;
    }

    private double[] reply(Followed asked, long[] marks, int draws) {
      double[] reply = new double[draws];
      switch (asked.about()) {
        case Count() -> count(marks, reply);
        case Holds(int state) -> spread(board.draws(state, marks), reply);
        case Some(StateSet states) -> {
          long[] any = new long[1];
          states.forEach(s -> any[0] |= board.draws(s, marks));
          spread(any[0], reply);
        }
      }
      return reply;
    }

    private static void spread(long draws, double[] reply) {
      for (int d = 0; d < reply.length; d++) reply[d] = draws >>> d & 1;
    }

    /// Counts in all draws at once, with one word for each binary digit of the numbers.
    private void count(long[] marks, double[] reply) {
      long[] digits = new long[Integer.SIZE];
      for (int s = 0; s < space.size(); s++) {
        long carry = board.draws(s, marks);
        for (int digit = 0; carry != 0; digit++) {
          long both = digits[digit] & carry;
          digits[digit] ^= carry;
          carry = both;
        }
      }
      Arrays.setAll(reply, d -> number(digits, d));
    }

    private static int number(long[] digits, int draw) {
      int number = 0;
      for (int k = 0; k < digits.length; k++) number |= (int) (digits[k] >>> draw & 1) << k;
      return number;
    }
  }
}
