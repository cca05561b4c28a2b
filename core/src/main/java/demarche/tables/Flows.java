package demarche.tables;

import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.Scenario.FlowEntry;
import demarche.scenario.Spelling;
import demarche.scenario.Word;
import demarche.tables.Flow.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/// The flows of a scenario, and the parameters that are computed from them.
public final class Flows {
  private static final Pattern CALL =
      Pattern.compile("\\s*([a-z][a-z0-9-]*)\\s*\\(([^()]*)\\)\\s*");
  private static final List<String> FUNCTIONS = List.of("share", "flow");

  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Problems problems;

  private Flows(Problems problems) {
    this.problems = problems;
  }

  /// Reads the tables that a scenario names.
  ///
  /// @param problems told about bad rows, and later about calls that cannot be answered
  public static Flows of(Scenario scenario, Problems problems) {
    Flows flows = new Flows(problems);
    Set<String> known = new LinkedHashSet<>();
    scenario.actors().forEach(a -> known.add(a.id().text()));
    for (FlowEntry entry : scenario.flows()) {
      Flow flow = FlowReader.read(entry, problems);
      flows.flows.put(flow.id(), flow);
      flows.warnOfStrangers(flow, known);
    }
    return flows;
  }

  /// The same of tables that were read before without fault.
  public static Flows of(List<FlowEntry> entries) {
    Flows flows = new Flows(new Problems(Map.of()));
    for (FlowEntry entry : entries) {
      Flow flow = FlowReader.read(entry, flows.problems);
      flows.flows.put(flow.id(), flow);
    }
    return flows;
  }

  private void warnOfStrangers(Flow flow, Set<String> known) {
    Set<String> told = new LinkedHashSet<>(known);
    told.add(Flow.WORLD);
    for (Flow.Row row : flow.rows()) {
      for (String end : List.of(row.from(), row.to())) {
        if (!told.add(end)) continue;
        problems.warn(
            row.place(), "'%s' is no actor of the scenario%s", end, Spelling.hint(end, known));
      }
    }
  }

  public List<Flow> all() {
    return List.copyOf(flows.values());
  }

  public Optional<Flow> flow(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  /// The base value of `share(freight, union, owners, 2025)` or `flow(...)`. Where there is none
  /// the problem is told, and 1 stands for the value.
  public BigFraction value(Word call) {
    return value(call, Choice.FIRST);
  }

  /// @param choice which source counts where a cell has several
  public BigFraction value(Word call, Choice choice) {
    Matcher matcher = CALL.matcher(call.text());
    if (!matcher.matches()) {
      return none(
          call.place(),
          "expected a call such as share(freight, union, owners, 2025), found "
              + Spelling.quoted(call.text()));
    }
    String function = matcher.group(1);
    if (!FUNCTIONS.contains(function)) {
      return none(
          call.place(),
          "a parameter can be computed by share(flow, a, b, year) or flow(flow, from, to, year);"
              + " this version cannot compute '%s'".formatted(function)
              + Spelling.hint(function, FUNCTIONS));
    }
    List<String> arguments = new ArrayList<>();
    for (String argument : matcher.group(2).split(",", -1)) arguments.add(argument.strip());
    if (arguments.size() != 4 || !arguments.get(3).matches("[0-9]{4}")) {
      return none(call.place(), "%s needs a flow, two actors and a year".formatted(function));
    }
    return answered(call, function, arguments, choice);
  }

  private BigFraction answered(Word call, String function, List<String> arguments, Choice choice) {
    Flow flow = flows.get(arguments.get(0));
    if (flow == null) {
      return none(
          call.place(),
          "unknown flow %s%s"
              .formatted(
                  Spelling.quoted(arguments.get(0)),
                  Spelling.hint(arguments.get(0), flows.keySet())));
    }
    String a = arguments.get(1);
    String b = arguments.get(2);
    for (String party : List.of(a, b)) {
      if (flow.rows().isEmpty() || party.equals(Flow.WORLD)) continue;
      if (!flow.parties().contains(party)) {
        return none(
            call.place(),
            "the flow '%s' has no rows of %s%s"
                .formatted(
                    flow.id(), Spelling.quoted(party), Spelling.hint(party, flow.parties())));
      }
    }
    int year = Integer.parseInt(arguments.get(3));
    Optional<BigFraction> value =
        function.equals("share")
            ? flow.share(a, b, year, choice).map(Flow.Share::value)
            : flow.value(a, b, year, choice);
    return value.orElseGet(() ->
        none(
            call.place(),
            "the flow '%s' has no row of '%s' and '%s' in %d; its years are %s"
                .formatted(flow.id(), a, b, year, flow.years())));
  }

  private BigFraction none(Place place, String message) {
    problems.error(place, "%s", message);
    return BigFraction.ONE;
  }
}
