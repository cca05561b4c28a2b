package demarche.states;

import java.util.List;

/// The memory that making something takes, in bytes.
///
/// What is left over goes at once here; a collector may let it lie for a while.
///
/// @param kept once it is made
/// @param peak at most while it is being made, `kept` included
public record Footprint(long kept, long peak) {
  private static final long BASE = 16L << 20; // the program itself

  public static final Footprint NOTHING = new Footprint(0, 0);

  public Footprint {
    peak = Math.max(kept, peak);
  }

  /// Nothing but what is kept.
  public static Footprint of(long kept) {
    return new Footprint(kept, kept);
  }

  /// Needed for a while, and gone.
  public static Footprint passing(long bytes) {
    return new Footprint(0, bytes);
  }

  /// This, and then the next.
  public Footprint then(Footprint next) {
    return new Footprint(kept + next.kept, Math.max(peak, kept + next.peak));
  }

  /// One after the other.
  public static Footprint inOrder(List<Footprint> parts) {
    return parts.stream().reduce(NOTHING, Footprint::then);
  }

  /// The heap that holds it: a collector keeps room of its own, and arrays that it cannot move.
  public long heap() {
    return peak + peak / 2 + BASE;
  }

  /// @param asked what would take the memory
  /// @param what it is made of, such as `65,536 feasible states`
  /// @throws TooLarge where the heap that this program may have is smaller
  public void refuseUnlessFits(String asked, String what) {
    long allowed = Runtime.getRuntime().maxMemory();
    if (heap() <= allowed) return;
    throw new TooLarge(
        asked,
        "%s, %s and as much as %s of heap".formatted(what, inWords(peak), inWords(heap())),
        inWords(allowed) + " of heap",
        "drop options or levels, add constraints, hold options with a variant (passive, agenda), or"
            + " allow more: JAVA_TOOL_OPTIONS=-Xmx%dg".formatted(Math.ceilDiv(heap(), 1L << 30)));
  }

  /// In megabytes, below one in kilobytes; rounded up.
  public static String inWords(long bytes) {
    if (bytes < 1 << 20) return "%,d KB".formatted(Math.ceilDiv(bytes, 1L << 10));
    return "%,d MB".formatted(Math.ceilDiv(bytes, 1L << 20));
  }
}
