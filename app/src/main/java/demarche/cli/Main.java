package demarche.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The program's entry point.
public final class Main {
  /// Set by the launcher: which of standard output (1) and error (2) are terminals.
  private static final String SCREENS = "DEMARCHE_SCREENS";

  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // the same figures everywhere
    Interruption interruption = new Interruption();
    interruption.listen();
    int exit = new Program(terminal(), interruption::isAsked).run(List.of(args));
    interruption.finish();
    System.exit(exit);
  }

  /// The streams themselves, for those of `System` hide what goes wrong.
  private static Terminal terminal() {
    Map<String, String> environment = System.getenv();
    return new Terminal(
        new BufferedOutputStream(stream(FileDescriptor.out)),
        stream(FileDescriptor.err),
        Path.of(""),
        environment,
        Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), Charset.defaultCharset()),
        screens(environment.getOrDefault(SCREENS, "")));
  }

  private static OutputStream stream(FileDescriptor descriptor) {
    return new FileOutputStream(descriptor);
  }

  private static Set<Terminal.Stream> screens(String numbers) {
    Set<Terminal.Stream> screens = EnumSet.noneOf(Terminal.Stream.class);
    if (numbers.contains("1")) screens.add(Terminal.Stream.OUT);
    if (numbers.contains("2")) screens.add(Terminal.Stream.ERR);
    return screens;
  }
}
