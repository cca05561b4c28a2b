package demarche.lens.forecast;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How states evolve from now to the horizon, beside what nobody moving, and everybody moving by
/// chance, would come to.
///
/// @param asked exact or sampled
/// @param compared variants of the file to be held against
/// @param branches variants in which it goes on from some time as well
public record ForecastLens(Forecast.Asked asked, List<String> compared, List<Branch> branches)
    implements Lens {
  /// Exact where that can be done, without comparison.
  public static final ForecastLens USUAL = new ForecastLens(Forecast.Asked.USUAL, List.of());

  public ForecastLens {
    compared = List.copyOf(compared);
    branches = List.copyOf(branches);
  }

  /// Without branches.
  public ForecastLens(Forecast.Asked asked, List<String> compared) {
    this(asked, compared, List.of());
  }

  @Override
  public String key() {
    return "forecast";
  }

  @Override
  public String question() {
    return "How is it likely to evolve, who brings what about, and what is that worth beside chance?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("forecast", "targets", "measures");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.forecast().isEmpty();
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    return Inquiries.of(space, compared);
  }

  /// Each draw is a forecast of its own.
  @Override
  public boolean isQuicklyAsked() {
    return false;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    return examine(Worlds.of(space), run);
  }

  /// @throws CannotGoOn if it cannot go on in a variant
  @Override
  public Answer examine(Worlds worlds, Run run) {
    Forecast forecast = worked(Forecast.of(worlds.studied(), asked, run), run);
    List<Against> against = new ArrayList<>();
    for (String variant : compared) {
      Forecast other = Forecast.of(worlds.variant(variant), asked, run);
      against.add(Against.of(forecast, variant, worked(other, run)));
    }
    List<Branched> branched = branched(forecast, worlds, run);
    ForecastWords words = new ForecastWords(forecast, against);
    List<Finding> findings = new ArrayList<>(words.findings());
    branched.forEach(b -> findings.add(b.finding()));
    findings.addAll(new CourseWords(forecast, run).findings());
    return new Answer(
        key(),
        "What may come",
        findings,
        new ForecastData(forecast, against, branched, run).data(),
        method(forecast, run));
  }

  private List<Branched> branched(Forecast forecast, Worlds worlds, Run run) {
    if (branches.isEmpty()) return List.of();
    Standing start = Standing.of(forecast);
    Standing stays = start.until(forecast.premises().pace().years(), run);
    return branches.stream()
        .map(b -> Branched.of(b, start.until(b.at().years(), run), stays, worlds, run))
        .toList();
  }

  /// Works out on all threads what will be told.
  private static Forecast worked(Forecast forecast, Run run) {
    if (!(forecast instanceof ExactForecast exact)) return forecast;
    ExactForecast blind = exact.blind();
    int targets = exact.targets().size();
    exact.timing();
    blind.timing();
    run.over(
        "forecast",
        2 * targets + 1,
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) {
                if (k == 0) exact.evolution();
                else if (k <= targets) exact.probability(k - 1);
                else blind.probability(k - 1 - targets);
              }
            });
    return forecast;
  }

  private List<Sentence> method(Forecast forecast, Run run) {
    List<Sentence> method = new ArrayList<>();
    method.add(process(forecast.premises().pace().sharpness()));
    method.add(
        switch (forecast) {
          case ExactForecast exact -> exact(exact);
          case SampledForecast sampled -> sampled(sampled, run);
        });
    if (!forecast.assumed().isEmpty()) {
      method.add(
          say(
              "Of {} only an order is known; its evenly spaced ranks stand for numbers, which is an"
                  + " assumption",
              new Slot.Several(
                  forecast.assumed().stream()
                      .<Slot>map(a -> new Slot.OfParty(a.id(), a.name()))
                      .toList())));
    }
    if (!branches.isEmpty()) method.add(ContinuedLens.luck());
    method.add(
        say(
            "Tempo, sharpness and rates are taken as the file gives them: how much hinges on them is"
                + " not searched here"));
    return method;
  }

  private static Sentence process(double sharpness) {
    return say(
        "Parties get occasions at their tempo and choose by {} on values from 0 to 1, with a"
            + " sharpness of {}; a probability is that the target holds at some time from now to"
            + " the horizon",
        new Slot.OfConcept(
            "logit",
            "logit response: the more a choice is worth to who chooses the likelier it is, in"
                + " proportion to exp(sharpness x worth)"),
        new Slot.Plain(Telling.number(sharpness)));
  }

  private static Sentence exact(ExactForecast exact) {
    return say(
        "Exact, over {} that can be reached from the status quo and {} between them; off by less"
            + " than {}",
        new Slot.Count(exact.terrain().size(), "state", "states"),
        new Slot.Count(exact.terrain().arcs(), "change", "changes"),
        new Slot.Plain("10^" + (int) Math.ceil(Math.log10(exact.error()))));
  }

  private static Sentence sampled(SampledForecast sampled, Run run) {
    Sentence told =
        say(
            "Sampled, {} with seed {}; in brackets intervals of 95 %, which tell the luck of the draw"
                + " and nothing of the inputs",
            new Slot.Count(sampled.draws(), "course", "courses"),
            new Slot.Plain(String.valueOf(run.seed())));
    for (Size size : sampled.tooLarge()) {
      told =
          told.then(
              "; the exact way would need {}, of which {} are allowed",
              new Slot.Plain(size.needed()),
              new Slot.Plain(size.allowed()));
    }
    return told;
  }
}
