package demarche.states;

import demarche.model.Option;
import demarche.model.Proposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Propositions compiled to word operations: each step decides 64 states at once.
///
/// A gate is named by a number; equal gates are built once. Registers hold a block of up to 256
/// words, that is 16,384 codes; `run` fills them for one block. An option's bit below 6 is a
/// constant pattern within a word; from 6 on it is all ones or all zeros for a whole word.
///
/// **Cost.** One word operation a gate and 64 codes; 2 KiB a gate.
final class Circuit {
  static final int BLOCK_BITS = 14;
  private static final int WORDS = 1 << (BLOCK_BITS - 6);
  private static final long[] PATTERN = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  private enum Kind {
    ZEROS,
    ONES,
    BIT,
    NOT,
    AND,
    OR,
    XOR
  }

  private record Gate(Kind kind, int left, int right) {}

  private final Layout layout;
  private final List<Gate> gates = new ArrayList<>();
  private final Map<Gate, Integer> known = new HashMap<>();
  private long[][] registers = new long[0][];

  Circuit(Layout layout) {
    this.layout = layout;
  }

  Layout layout() {
    return layout;
  }

  /// The bits of a code on which some gates depend.
  long support(List<Integer> outputs) {
    long[] support = new long[gates.size()];
    for (int g = 0; g < support.length; g++) {
      Gate gate = gates.get(g);
      support[g] =
          switch (gate.kind) {
            case ZEROS, ONES -> 0;
            case BIT -> 1L << gate.left;
            case NOT -> support[gate.left];
            case AND, OR, XOR -> support[gate.left] | support[gate.right];
          };
    }
    return outputs.stream().mapToLong(g -> support[g]).reduce(0, (a, b) -> a | b);
  }

  /// The number of words in a block; less than 256 in small models.
  int words() {
    return layout.bits() >= BLOCK_BITS ? WORDS : 1 << Math.max(0, layout.bits() - 6);
  }

  /// The gate that tells where a proposition holds.
  int of(Proposition proposition) {
    return switch (proposition) {
      case Proposition.Within(int option, int low, int high) -> within(option, low, high);
      case Proposition.Not(var inner) -> not(of(inner));
      case Proposition.All(var parts) -> {
        int all = constant(true);
        for (Proposition part : parts) all = and(all, of(part));
        yield all;
      }
      case Proposition.Any(var parts) -> {
        int any = constant(false);
        for (Proposition part : parts) any = or(any, of(part));
        yield any;
      }
      case Proposition.Same(var left, var right) -> not(xor(of(left), of(right)));
      case Proposition.Counted(var parts, int low, int high) -> number(parts, low, high);
    };
  }

  /// The gate that tells which codes give every option one of its levels.
  int wellFormed() {
    int all = constant(true);
    for (Option option : layout.ragged()) {
      all = and(all, within(option.index(), 0, option.levels().size() - 1));
    }
    return all;
  }

  /// The gate of two that must both hold.
  int both(int left, int right) {
    return and(left, right);
  }

  private int within(int option, int low, int high) {
    if (low > high) return constant(false);
    if (!layout.isFree(option)) {
      int level = layout.level(0, option);
      return constant(low <= level && level <= high);
    }
    int[] planes = new int[layout.width(option)];
    for (int b = 0; b < planes.length; b++) planes[b] = bit(layout.shift(option) + b);
    return between(planes, low, high);
  }

  /// Where the number that the planes spell, lowest first, lies between two numbers.
  private int between(int[] planes, int low, int high) {
    return and(atLeast(planes, low), not(atLeast(planes, high + 1)));
  }

  /// From the lowest plane up: a plane above the bound's bit decides, an equal one leaves it open.
  private int atLeast(int[] planes, int bound) {
    if (bound <= 0) return constant(true);
    if (bound >>> planes.length != 0) return constant(false);
    int result = constant(true);
    for (int b = 0; b < planes.length; b++) {
      result = (bound >>> b & 1) == 1 ? and(planes[b], result) : or(planes[b], result);
    }
    return result;
  }

  /// Counts the parts that hold in binary, one plane a digit.
  private int number(List<Proposition> parts, int low, int high) {
    int[] planes = new int[Integer.SIZE - Integer.numberOfLeadingZeros(parts.size())];
    Arrays.fill(planes, constant(false));
    for (Proposition part : parts) {
      int carry = of(part);
      for (int b = 0; b < planes.length; b++) {
        int sum = xor(planes[b], carry);
        carry = and(planes[b], carry);
        planes[b] = sum;
      }
    }
    return low > high ? constant(false) : between(planes, low, Math.min(high, parts.size()));
  }

  private int bit(int position) {
    return gate(new Gate(Kind.BIT, position, 0));
  }

  private int constant(boolean value) {
    return gate(new Gate(value ? Kind.ONES : Kind.ZEROS, 0, 0));
  }

  private int not(int inner) {
    Gate gate = gates.get(inner);
    return switch (gate.kind) {
      case ZEROS -> constant(true);
      case ONES -> constant(false);
      case NOT -> gate.left;
      default -> gate(new Gate(Kind.NOT, inner, 0));
    };
  }

  private int and(int left, int right) {
    if (is(Kind.ZEROS, left) || is(Kind.ONES, right) || left == right) return left;
    if (is(Kind.ONES, left) || is(Kind.ZEROS, right)) return right;
    return gate(new Gate(Kind.AND, Math.min(left, right), Math.max(left, right)));
  }

  private int or(int left, int right) {
    if (is(Kind.ONES, left) || is(Kind.ZEROS, right) || left == right) return left;
    if (is(Kind.ZEROS, left) || is(Kind.ONES, right)) return right;
    return gate(new Gate(Kind.OR, Math.min(left, right), Math.max(left, right)));
  }

  private int xor(int left, int right) {
    if (left == right) return constant(false);
    if (is(Kind.ZEROS, left)) return right;
    if (is(Kind.ZEROS, right)) return left;
    if (is(Kind.ONES, left)) return not(right);
    if (is(Kind.ONES, right)) return not(left);
    return gate(new Gate(Kind.XOR, Math.min(left, right), Math.max(left, right)));
  }

  private boolean is(Kind kind, int gate) {
    return gates.get(gate).kind == kind;
  }

  private int gate(Gate gate) {
    Integer number = known.get(gate);
    if (number != null) return number;
    gates.add(gate);
    known.put(gate, gates.size() - 1);
    return gates.size() - 1;
  }

  /// Decides every gate for the codes of one block, counted from 0.
  void run(long block) {
    if (registers.length != gates.size()) registers = new long[gates.size()][words()];
    for (int g = 0; g < registers.length; g++) {
      Gate gate = gates.get(g);
      long[] to = registers[g];
      switch (gate.kind) {
        case ZEROS -> Arrays.fill(to, 0);
        case ONES -> Arrays.fill(to, -1);
        case BIT -> fill(to, gate.left, block);
        case NOT -> {
          long[] a = registers[gate.left];
          for (int w = 0; w < to.length; w++) to[w] = ~a[w];
        }
        case AND -> {
          long[] a = registers[gate.left];
          long[] b = registers[gate.right];
          for (int w = 0; w < to.length; w++) to[w] = a[w] & b[w];
        }
        case OR -> {
          long[] a = registers[gate.left];
          long[] b = registers[gate.right];
          for (int w = 0; w < to.length; w++) to[w] = a[w] | b[w];
        }
        case XOR -> {
          long[] a = registers[gate.left];
          long[] b = registers[gate.right];
          for (int w = 0; w < to.length; w++) to[w] = a[w] ^ b[w];
        }
      }
    }
  }

  private static void fill(long[] to, int position, long block) {
    if (position < 6) {
      Arrays.fill(to, PATTERN[position]);
    } else if (position < BLOCK_BITS) {
      for (int w = 0; w < to.length; w++) to[w] = -((long) w >>> (position - 6) & 1);
    } else {
      Arrays.fill(to, -(block >>> (position - BLOCK_BITS) & 1));
    }
  }

  /// What the registers take while it runs.
  long bytes() {
    return 8L * gates.size() * words();
  }

  /// Where a gate holds, 64 codes a word, after `run`.
  long[] register(int gate) {
    return registers[gate];
  }
}
