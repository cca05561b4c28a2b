package demarche.cli;

import demarche.scenario.Spelling;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Refuses a name in a command that the scenario does not have.
final class Unknown {
  private Unknown() {}

  /// @param kind what the name was meant to be, such as `body`
  /// @param known all names of that kind
  static void refuse(CommandSpec command, String kind, String name, List<String> known) {
    if (known.contains(name)) return;
    String expected =
        known.isEmpty()
            ? "the scenario has none"
            : "expected one of " + String.join(", ", known) + Spelling.hint(name, known);
    throw new ParameterException(
        command.commandLine(), "there is no %s '%s', %s".formatted(kind, name, expected));
  }
}
