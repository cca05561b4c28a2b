package demarche.lens.stability;

import demarche.lens.stability.sweep.Measure;
import demarche.model.Party;
import demarche.states.Footprint;
import demarche.states.Outline;
import demarche.states.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How an analysis of stability would go about its work, and what memory that takes: known before
/// any of it is taken.
///
/// What depends on the answer is told by its bound: how many ranks occur, how many states can be
/// reached. Should sweeps not settle, the search that takes over needs some 30 bytes a state more.
///
/// @param parts in the order in which they come
/// @param methods which way is taken for whom
public record Plan(Outline outline, List<Part> parts, List<Method> methods) {
  public Plan {
    parts = List.copyOf(parts);
    methods = List.copyOf(methods);
  }

  /// Something that takes memory.
  ///
  /// @param what such as `ranks`
  public record Part(String what, Footprint bytes) {}

  /// Which way is taken under some concepts, for some parties.
  public record Method(String way, Set<Concept> concepts, List<Party> parties) {
    public Method {
      concepts = EnumSet.copyOf(concepts);
      parties = List.copyOf(parties);
    }
  }

  /// @param threads how many questions are worked on at the same time
  public static Plan of(Outline outline, Set<Concept> concepts, int threads) {
    Set<Concept> asked = EnumSet.copyOf(concepts);
    if (outline.model().isGraph()) asked.remove(Concept.SIM);
    return new Asked(outline, asked, threads).plan();
  }

  /// All of it.
  public Footprint footprint() {
    return Footprint.inOrder(parts.stream().map(Part::bytes).toList());
  }

  /// At most this is taken at the same time.
  public long bytes() {
    return footprint().peak();
  }

  /// @throws demarche.states.TooLarge where that is more than this program may have
  public void refuseUnlessFits() {
    footprint()
        .refuseUnlessFits(
            "stability in '" + outline.model().scenario().head().title() + "'",
            "%,d feasible states".formatted(outline.size()));
  }

  private record Asked(Outline outline, Set<Concept> concepts, int threads) {
    private List<Party> parties() {
      return outline.model().parties();
    }

    private Way way(Concept concept, Party party) {
      return Way.of(outline, party, concept);
    }

    private long bits() {
      return outline.size() / 8;
    }

    Plan plan() {
      List<Part> parts = new ArrayList<>();
      parts.add(new Part("states and ranks", outline.space()));
      parts.add(new Part("votes", outline.arcs()));
      if (ways().stream().anyMatch(Sweeps.class::isInstance)) {
        parts.add(new Part("sweeps", Footprint.of(new Measure(outline).board())));
      }
      long answers = (long) concepts.size() * parties().size() * bits();
      parts.add(new Part("answers", Footprint.of(answers)));
      parts.add(new Part("search", Footprint.passing(search())));
      parts.add(new Part("paths", paths()));
      return new Plan(outline, parts, methods());
    }

    /// What is reached by improvements, what by moves, and then one explanation after the other: a
    /// search among the replies to a party, which leave its own options as they are.
    private Footprint paths() {
      Footprint reach = Reach.footprint(outline);
      long fewest =
          parties().stream().mapToLong(outline::settings).filter(s -> s > 1).min().orElse(1);
      long queue = (reach.peak() - reach.kept()) / fewest;
      return Footprint.of(concepts.size() * bits())
          .then(reach)
          .then(reach)
          .then(Footprint.passing(reach.kept() + queue));
    }

    private Collection<Way> ways() {
      return concepts.stream()
          .flatMap(c -> parties().stream().map(p -> way(c, p)))
          .distinct()
          .toList();
    }

    /// The most that is searched at the same time: several questions that keep a thread each, or
    /// one that all threads work on.
    private long search() {
      List<Long> single = new ArrayList<>();
      long shared = 0;
      for (Concept concept : concepts) {
        for (Party party : parties()) {
          Way way = way(concept, party);
          long bytes = way.bytes(outline, party, concept, threads);
          if (way.ownThreads()) shared = Math.max(shared, bytes);
          else single.add(bytes);
        }
      }
      long together =
          single.stream()
              .sorted(Comparator.reverseOrder())
              .limit(threads)
              .mapToLong(Long::longValue)
              .sum();
      return Math.max(together, shared) + bits();
    }

    private List<Method> methods() {
      Map<Taken, Set<Concept>> by = new LinkedHashMap<>();
      for (Concept concept : concepts) {
        Map<String, List<Party>> whom = new LinkedHashMap<>();
        for (Party party : parties()) {
          whom.computeIfAbsent(way(concept, party).words(), _ -> new ArrayList<>()).add(party);
        }
        whom.forEach((way, parties) ->
            by.computeIfAbsent(new Taken(way, parties), _ -> EnumSet.noneOf(Concept.class))
                .add(concept));
      }
      return by.entrySet().stream()
          .map(e -> new Method(e.getKey().way, e.getValue(), e.getKey().parties))
          .toList();
    }

    private record Taken(String way, List<Party> parties) {}
  }
}
