package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.model.Target;
import demarche.states.Footprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Many courses at some time, each with its luck to come.
///
/// **Definition.** In another world a cause keeps its stream of numbers and its next occasion;
/// where its rate is another, the time to that is stretched to the new rate, which leaves it as
/// random as before, since waiting has no memory. So worlds that part at some time have the same
/// luck before and after.
///
/// **Cost.** 16 bytes a course and cause, 8 a course and target.
///
/// @param courses by number; never written to
record Courses(Premises premises, double years, long seed, Course[] courses) implements Standing {
  private static final int GRAIN = 256;

  /// Where one course stands.
  ///
  /// @param next by cause the year of its next occasion
  /// @param taken by cause how many numbers of its stream have been used
  /// @param first by target the year in which it first held, infinite where it has not
  record Course(int state, double[] next, long[] taken, double[] first) {}

  static Courses start(SampledForecast sampled) {
    Premises premises = sampled.premises();
    refuseUnlessFit(premises, sampled.draws());
    Sampler sampler = new Sampler(premises, sampled.seed());
    Course[] courses = new Course[sampled.draws()];
    for (int k = 0; k < courses.length; k++) {
      sampler.begin(k);
      double[] first = new double[premises.targets().size()];
      Arrays.fill(first, Double.POSITIVE_INFINITY);
      courses[k] = sampler.course(held(premises, premises.start(), 0, first));
    }
    return new Courses(premises, 0, sampled.seed(), courses);
  }

  private static void refuseUnlessFit(Premises premises, long courses) {
    long causes = premises.drift().causes().size();
    long bytes = courses * (120 + 16 * causes + 8L * premises.targets().size());
    Footprint.of(2 * bytes)
        .refuseUnlessFits("where courses stand", "%,d courses".formatted(courses));
  }

  /// Notes for each target that holds and has not yet held that it does.
  private static double[] held(Premises premises, int state, double year, double[] first) {
    for (int t = 0; t < first.length; t++) {
      if (first[t] > year && premises.sets().get(t).contains(state)) first[t] = year;
    }
    return first;
  }

  @Override
  public Courses until(double later, Run run) {
    if (later == years) return this;
    if (later < years) throw new IllegalArgumentException(later + " before " + years);
    Course[] then = new Course[courses.length];
    run.over(
        "courses",
        courses.length,
        GRAIN,
        _ -> {
          Sampler sampler = new Sampler(premises, seed);
          return (from, to) -> {
            for (int k = from; k < to; k++) then[k] = gone(k, later, sampler);
          };
        });
    return new Courses(premises, later, seed, then);
  }

  private Course gone(int number, double later, Sampler sampler) {
    Course course = courses[number];
    double[] first = course.first.clone();
    sampler.take(number, course);
    sampler.go(later, (year, _, state) -> held(premises, state, year, first));
    return sampler.course(first);
  }

  @Override
  public Courses under(Premises other, Run run) {
    Crossing crossing = Crossing.of(premises, other);
    Course[] there = new Course[courses.length];
    Sampler sampler = new Sampler(other, seed);
    for (int k = 0; k < courses.length; k++) {
      if ((k & 0xfff) == 0) run.check();
      there[k] = crossed(k, crossing, sampler);
    }
    return new Courses(other, years, seed, there);
  }

  private Course crossed(int number, Crossing crossing, Sampler sampler) {
    Course course = courses[number];
    Premises after = crossing.after();
    int[] causes = crossing.causes();
    double[] next = new double[causes.length];
    long[] taken = new long[causes.length];
    for (int c = 0; c < causes.length; c++) {
      if (causes[c] < 0) {
        next[c] = years + sampler.first(number, c);
        taken[c] = 1;
        continue;
      }
      double pace = crossing.paces()[c];
      double due = course.next[causes[c]];
      next[c] = pace == 1 ? due : years + (due - years) * pace;
      taken[c] = course.taken[causes[c]];
    }
    double[] first = new double[crossing.targets().length];
    for (int t = 0; t < first.length; t++) {
      int before = crossing.targets()[t];
      first[t] = before < 0 ? Double.POSITIVE_INFINITY : course.first[before];
    }
    int state = crossing.state(course.state);
    return new Course(state, next, taken, held(after, state, years, first));
  }

  private boolean comes(int target, int number) {
    return courses[number].first[target] <= years;
  }

  @Override
  public Estimate come(int target) {
    return come(target, Estimate.Z);
  }

  Estimate come(int target, double z) {
    long hits = IntStream.range(0, courses.length).filter(k -> comes(target, k)).count();
    return Estimate.share(hits, courses.length, z);
  }

  @Override
  public Estimate holds(int target) {
    long hits =
        Arrays.stream(courses).filter(c -> premises.sets().get(target).contains(c.state)).count();
    return Estimate.share(hits, courses.length, Estimate.Z);
  }

  @Override
  public Estimate measured(int measure) {
    Premises.Measure amount = premises.measures().get(measure);
    return Estimate.mean(
        Arrays.stream(courses)
            .mapToDouble(c -> amount.of(premises.drift().space().levels(c.state)))
            .toArray(),
        Estimate.Z);
  }

  @Override
  public Estimate difference(int target, Standing other, int place) {
    if (!(other instanceof Courses same) || same.courses.length != courses.length) {
      throw new IllegalArgumentException("not the same courses: " + other.years());
    }
    long gained = 0;
    long lost = 0;
    for (int k = 0; k < courses.length; k++) {
      boolean here = comes(target, k);
      boolean there = same.comes(place, k);
      if (there && !here) gained++;
      if (here && !there) lost++;
    }
    return Estimate.difference(gained, lost, courses.length, Estimate.Z);
  }

  @Override
  public Saved saved() {
    List<Saved.OfCourse> kept = new ArrayList<>();
    for (Course course : courses) {
      kept.add(
          new Saved.OfCourse(
              StateName.of(premises.held().model(), premises.drift().space().levels(course.state)),
              Arrays.stream(course.next).boxed().toList(),
              Arrays.stream(course.taken).boxed().toList(),
              Arrays.stream(course.first).boxed().toList()));
    }
    return new Saved.OfCourses(
        years,
        premises.targets().stream().map(Target::id).toList(),
        seed,
        premises.drift().causes().stream().map(Cause::id).toList(),
        kept);
  }

  /// Those that were kept, in the world of their forecast.
  ///
  /// @throws CannotGoOn if they are not of that world
  static Courses of(Saved.OfCourses saved, Premises premises) {
    refuseUnlessFit(premises, saved.courses().size());
    if (!saved.targets().equals(premises.targets().stream().map(Target::id).toList())
        || !saved.causes().equals(premises.drift().causes().stream().map(Cause::id).toList())) {
      throw new CannotGoOn("what was kept has other targets, or others that move");
    }
    Course[] courses =
        saved.courses().stream()
            .map(course -> course(course, saved, premises))
            .toArray(Course[]::new);
    return new Courses(premises, saved.years(), saved.seed(), courses);
  }

  private static Course course(Saved.OfCourse kept, Saved.OfCourses all, Premises premises) {
    int[] levels = StateName.levels(premises.held().model(), kept.state());
    int state = levels.length == 0 ? -1 : premises.drift().space().state(levels);
    int causes = all.causes().size();
    boolean whole =
        kept.next().size() == causes
            && kept.taken().size() == causes
            && kept.first().size() == all.targets().size();
    if (state < 0 || !whole) {
      throw new CannotGoOn(
          "what was kept has a course in the state %s that is none of this scenario"
              .formatted(kept.state()));
    }
    return new Course(
        state,
        kept.next().stream().mapToDouble(Double::doubleValue).toArray(),
        kept.taken().stream().mapToLong(Long::longValue).toArray(),
        kept.first().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
