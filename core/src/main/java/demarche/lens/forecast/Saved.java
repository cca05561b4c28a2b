package demarche.lens.forecast;

import java.util.List;
import java.util.Map;

/// Where a forecast stood at some time, by names and numbers alone, so that it outlives its run.
public sealed interface Saved {
  /// How far from now.
  double years();

  /// What targets it keeps account of, by their ids.
  List<String> targets();

  /// How likely each state is, worked out exactly.
  ///
  /// @param free by state its probability
  /// @param come by target that it has come
  /// @param left by target and state that one is there and the target has not come
  record OfStates(
      double years,
      List<String> targets,
      Map<String, Double> free,
      List<Double> come,
      List<Map<String, Double>> left)
      implements Saved {
    public OfStates {
      targets = List.copyOf(targets);
      come = List.copyOf(come);
      left = List.copyOf(left);
    }
  }

  /// Courses drawn one by one.
  ///
  /// @param causes of change, by their ids
  /// @param courses by number
  record OfCourses(
      double years, List<String> targets, long seed, List<String> causes, List<OfCourse> courses)
      implements Saved {
    public OfCourses {
      targets = List.copyOf(targets);
      causes = List.copyOf(causes);
      courses = List.copyOf(courses);
    }
  }

  /// One of them.
  ///
  /// @param next by cause the year of its next occasion
  /// @param taken by cause how many numbers of its stream have been used
  /// @param first by target the year in which it first held, infinite where it has not
  record OfCourse(String state, List<Double> next, List<Long> taken, List<Double> first) {
    public OfCourse {
      next = List.copyOf(next);
      taken = List.copyOf(taken);
      first = List.copyOf(first);
    }
  }
}
