package demarche.cli;

import demarche.report.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the program runs in: where results and messages go, and what those places can show.
///
/// @param folder against which paths of the command line are resolved
/// @param environment variables; COLUMNS and NO_COLOR count
/// @param charset of text; JSON and CSV are UTF-8 everywhere
/// @param screens those of the two streams that a person watches
record Terminal(
    OutputStream out,
    OutputStream err,
    Path folder,
    Map<String, String> environment,
    Charset charset,
    Set<Stream> screens) {
  enum Stream {
    OUT,
    ERR
  }

  /// When text is coloured.
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Style style(Color choice) {
    boolean colour =
        switch (choice) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              screens.contains(Stream.OUT)
                  && environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    return new Style(
        columns(), Style.Marks.of(charset), colour ? Style.Colour.ON : Style.Colour.OFF);
  }

  private int columns() {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return columns > 0 ? columns : Style.USUAL_WIDTH;
    } catch (NumberFormatException _) {
      return Style.USUAL_WIDTH;
    }
  }

  /// Writes a result for people, in the terminal's character set.
  void print(String text) {
    write(encoded(text));
  }

  /// Writes a result for programs.
  void printData(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
  }

  /// A result that nobody reads to its end (a closed pipe) is no failure; one that the disk refuses
  /// is.
  private static Failed lost(String reason) {
    return reason.toLowerCase(Locale.ROOT).contains("pipe")
        ? new Failed(Exit.DONE, "")
        : new Failed(Exit.SURROUNDINGS, "cannot write the result: " + reason);
  }

  /// Writes a message; where nobody can read it, nothing more can be done.
  void say(String text) {
    try {
      err.write(encoded(text));
      err.flush();
    } catch (IOException _) {
      // the exit code still tells
    }
  }

  private byte[] encoded(String text) {
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .encode(CharBuffer.wrap(text));
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      return array;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replaced, not reported", e);
    }
  }
}
