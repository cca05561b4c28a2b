package demarche.cli;

import demarche.ensemble.Sampling;
import demarche.exchange.Tables;
import demarche.lens.change.Asked;
import demarche.lens.settlement.zone.Unit;
import demarche.lens.stability.Concept;
import demarche.scenario.Spelling;
import demarche.states.Arcs;
import demarche.store.Export;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a word that must be one of a few, in any case of letters.
record Choice<E extends Enum<E>>(Class<E> kind) implements ITypeConverter<E> {
  /// Makes all options of commands that take one of a few words read it so.
  static void register(CommandLine root) {
    add(root, ExportCommand.Target.class);
    add(root, ImportCommand.Source.class);
    add(root, Format.class);
    add(root, Export.class);
    add(root, Terminal.Color.class);
    add(root, Tables.Kind.class);
    add(root, Arcs.Kind.class);
    add(root, Unit.class);
    add(root, Asked.Aim.class);
    add(root, Concept.class);
    add(root, Sampling.class);
    add(root, Machines.Kind.class);
  }

  private static <E extends Enum<E>> void add(CommandLine root, Class<E> kind) {
    root.registerConverter(kind, new Choice<>(kind));
  }

  @Override
  public E convert(String text) {
    List<E> all = Arrays.asList(kind.getEnumConstants());
    List<String> words = all.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    int chosen = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (chosen >= 0) return all.get(chosen);
    throw new TypeConversionException(
        "expected one of %s, found '%s'%s"
            .formatted(String.join(", ", words), text, Spelling.hint(text, words)));
  }
}
