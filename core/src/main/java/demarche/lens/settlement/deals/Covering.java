package demarche.lens.settlement.deals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The points so far, asked whether one of them is at least as good for all as another.
///
/// Points come in descending lexicographic order, so that the first number of those so far is never
/// the smaller one, and equal points are not asked about.
sealed interface Covering {
  boolean covers(long[] vectors, int at);

  void add(long[] vectors, int at);

  /// How many points were looked at so far.
  default long work() {
    return 0;
  }

  static Covering of(int sides) {
    return switch (sides) {
      case 1, 2 -> new Line(2 * sides - 2);
      case 3 -> new Stairs();
      default -> new Scan(2 * sides);
    };
  }

  /// One or two sides: the greatest last number decides. O(1).
  final class Line implements Covering {
    private final int last;
    private final long[] greatest = new long[2];
    private boolean empty = true;

    Line(int last) {
      this.last = last;
    }

    @Override
    public boolean covers(long[] vectors, int at) {
      return !empty && Wide.compare(greatest, 0, vectors, at + last) >= 0;
    }

    @Override
    public void add(long[] vectors, int at) {
      empty = false;
      System.arraycopy(vectors, at + last, greatest, 0, 2);
    }
  }

  /// Three sides: stairs of second and third numbers, the third falling as the second grows. O(log
  /// n).
  final class Stairs implements Covering {
    private final TreeMap<Height, Height> stairs = new TreeMap<>();

    private record Height(long high, long low) implements Comparable<Height> {
      static Height at(long[] vectors, int at) {
        return new Height(vectors[at], vectors[at + 1]);
      }

      @Override
      public int compareTo(Height other) {
        int first = Long.compare(high, other.high);
        return first != 0 ? first : Long.compare(low, other.low);
      }
    }

    @Override
    public boolean covers(long[] vectors, int at) {
      Map.Entry<Height, Height> step = stairs.ceilingEntry(Height.at(vectors, at + 2));
      return step != null && step.getValue().compareTo(Height.at(vectors, at + 4)) >= 0;
    }

    @Override
    public void add(long[] vectors, int at) {
      Height second = Height.at(vectors, at + 2);
      Height third = Height.at(vectors, at + 4);
      Map.Entry<Height, Height> below = stairs.floorEntry(second);
      while (below != null && below.getValue().compareTo(third) <= 0) {
        stairs.remove(below.getKey());
        below = stairs.floorEntry(second);
      }
      stairs.put(second, third);
    }
  }

  /// More sides: all are looked through, those that have covered something first. O(n · sides).
  final class Scan implements Covering {
    private final int width;
    private final List<long[]> points = new ArrayList<>();
    private long work;

    Scan(int width) {
      this.width = width;
    }

    @Override
    public boolean covers(long[] vectors, int at) {
      for (int p = 0; p < points.size(); p++) {
        long[] point = points.get(p);
        int k = 2;
        while (k < width && Wide.compare(point, k, vectors, at + k) >= 0) k += 2;
        if (k < width) continue;
        work += p + 1;
        points.set(p, points.set(p / 2, point));
        return true;
      }
      work += points.size();
      return false;
    }

    @Override
    public long work() {
      return work;
    }

    @Override
    public void add(long[] vectors, int at) {
      long[] point = new long[width];
      System.arraycopy(vectors, at, point, 0, width);
      points.add(point);
    }
  }
}
