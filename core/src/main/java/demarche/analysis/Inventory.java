package demarche.analysis;

import demarche.model.Model;
import demarche.model.Option;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a file holds, as the program understood it.
///
/// @param combinations of levels, before constraints
/// @param plan of an analysis of stability, under all concepts
/// @param sections that only some lenses read, with how many entries each has
/// @param unread those of them that no lens of this version reads
public record Inventory(
    Case about,
    BigInteger combinations,
    Planned plan,
    Map<String, Integer> sections,
    List<String> unread,
    List<Judgements> judgements) {
  public Inventory {
    sections = new LinkedHashMap<>(sections);
    unread = List.copyOf(unread);
    judgements = List.copyOf(judgements);
  }

  /// @param threads that an analysis would have
  public static Inventory of(Case about, int threads) {
    Model model = about.model();
    return new Inventory(
        about,
        model.options().stream()
            .map(Option::levels)
            .map(levels -> BigInteger.valueOf(levels.size()))
            .reduce(BigInteger.ONE, BigInteger::multiply),
        Planned.of(about.space().outline(), threads),
        Sections.filled(about.scenario()),
        Sections.unread(
            about.scenario(),
            Lenses.all().stream()
                .filter(lens -> lens.appliesTo(model))
                .map(lens -> lens.sections())
                .toList()),
        Judgements.of(about.scenario()));
  }
}
