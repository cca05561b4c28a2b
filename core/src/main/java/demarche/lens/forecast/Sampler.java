package demarche.lens.forecast;

import demarche.model.Actor;

/// Draws courses, one after the other, by exact simulation: no step in time, no list of states. Not
/// for two threads.
///
/// **Definition.** Each cause has its own stream of waiting times; the earliest is next. It then
/// chooses as in [Chain]. A course depends on the seed and its number alone.
///
/// **Cost.** Of an occasion: one look at each move of who has it, one vote for each text of a body.
///
/// **Source.** Exact simulation of jump processes: Gillespie (1977).
final class Sampler {
  private final Drift drift;
  private final Stakes stakes;
  private final Pace pace;
  private final long seed;
  private final int[] into;
  private final double[] weights;
  private final Chance[] streams;
  private final double[] next;
  private int state;

  Sampler(Premises premises, long seed) {
    drift = premises.drift();
    stakes = premises.stakes();
    pace = premises.pace();
    this.seed = seed;
    into = new int[drift.most()];
    weights = new double[into.length + 1];
    streams = new Chance[drift.causes().size()];
    next = new double[streams.length];
  }

  /// Told of a course as it goes.
  interface Watcher {
    /// The state from some time on; the first at time 0, by no cause (-1).
    void at(double year, int cause, int state);
  }

  /// Goes through one course to the horizon.
  void draw(long number, Watcher watcher) {
    begin(number);
    watcher.at(0, -1, state);
    go(pace.years(), watcher);
  }

  /// Stands at the start of a course.
  void begin(long number) {
    for (int c = 0; c < next.length; c++) {
      streams[c] = Chance.of(seed, number, drift.causes().get(c).id());
      next[c] = streams[c].wait(pace.rates()[c]);
    }
    state = drift.space().statusQuo();
  }

  /// The first waiting time of a cause on a course.
  double first(long number, int cause) {
    return Chance.of(seed, number, drift.causes().get(cause).id()).wait(pace.rates()[cause]);
  }

  /// Stands where a course stood.
  void take(long number, Courses.Course course) {
    for (int c = 0; c < next.length; c++) {
      streams[c] = Chance.of(seed, number, drift.causes().get(c).id());
      streams[c].skip(course.taken()[c]);
      next[c] = course.next()[c];
    }
    state = course.state();
  }

  /// Where the course stands.
  ///
  /// @param first by target when it first held
  Courses.Course course(double[] first) {
    long[] taken = new long[streams.length];
    for (int c = 0; c < taken.length; c++) taken[c] = streams[c].taken();
    return new Courses.Course(state, next.clone(), taken, first);
  }

  /// Goes on with the course.
  ///
  /// @param until the last year that counts
  void go(double until, Watcher watcher) {
    for (int c = earliest(); c >= 0 && next[c] <= until; c = earliest()) {
      int to = chosen(c, state);
      if (to != state) watcher.at(next[c], c, to);
      state = to;
      next[c] += streams[c].wait(pace.rates()[c]);
    }
  }

  private int earliest() {
    int earliest = -1;
    for (int c = 0; c < next.length; c++) {
      if (earliest < 0 || next[c] < next[earliest]) earliest = c;
    }
    return earliest;
  }

  private int chosen(int cause, int state) {
    return switch (drift.causes().get(cause)) {
      case Cause.ByActor(Actor actor) -> chosen(cause, state, actor);
      case Cause.ByHazard _ -> drift.targets(cause, state, into) == 0 ? state : into[0];
      case Cause.ByBody(var _, var sponsors) -> {
        int turn = (int) (streams[cause].share() * sponsors.size());
        yield chosen(cause, state, sponsors.get(turn));
      }
    };
  }

  /// To stay is the first choice, then the others in ascending order; one number decides.
  private int chosen(int cause, int state, Actor chooser) {
    double luck = streams[cause].share();
    int count = drift.targets(cause, state, into);
    weights[0] = stakes.of(chooser, state);
    double best = weights[0];
    for (int k = 0; k < count; k++) {
      weights[k + 1] = stakes.of(chooser, into[k]);
      best = Math.max(best, weights[k + 1]);
    }
    double sum = 0;
    for (int k = 0; k <= count; k++) {
      weights[k] = StrictMath.exp(pace.sharpness() * (weights[k] - best));
      sum += weights[k];
    }
    double rest = luck * sum;
    for (int k = 0; k < count; k++) {
      rest -= weights[k];
      if (rest < 0) return k == 0 ? state : into[k - 1];
    }
    return count == 0 ? state : into[count - 1];
  }
}
