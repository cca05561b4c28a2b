package demarche.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// How much a workbook unpacks to, found out before a reader takes memory for it.
///
/// A small file can ask for much: by what repeats, by a cell far to the right, by a cell that names
/// a shared text which is not there, up to which a reader would look on past the end. So every part
/// is walked through once, keeping nothing.
final class Unpacked {
  private static final long MOST_BYTES = 200_000_000;

  /// What a cell may hold in any spreadsheet.
  private static final int LONGEST_TEXT = 32_767;

  private static final long MOST_SHARED = 20_000_000;
  private static final int LAST_COLUMN_LETTERS = 3; // XFD

  private final Incoming file;
  private final XMLInputFactory xml = XMLInputFactory.newFactory();
  private long bytes;

  /// The highest number of a shared text that a cell names, and how many the fullest part has.
  private long highest = -1;

  private long shared;

  private Unpacked(Incoming file) {
    this.file = file;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /// @throws demarche.states.TooLarge if it is too much
  /// @throws demarche.scenario.InvalidScenario if a cell names a shared text which is not there
  static void refuseTooLarge(Incoming file) throws IOException {
    Unpacked unpacked = new Unpacked(file);
    try (ZipFile zip = ZipFile.builder().setByteArray(file.bytes()).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        boolean usual =
            entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (!usual) throw new IOException("packed by a method that no workbook uses");
        try (InputStream input = zip.getInputStream(entry)) {
          unpacked.count(input);
        }
      }
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream input = zip.getInputStream(entry)) {
          unpacked.walk(input);
        } catch (XMLStreamException _) {
          // no XML from here on: what a reader makes of it is short
        }
      }
    }
    if (unpacked.highest >= unpacked.shared) {
      throw file.refused(
          "a cell names the shared text %,d, expected one of the %,d that there are"
              .formatted(unpacked.highest, unpacked.shared));
    }
  }

  private void count(InputStream part) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
      bytes += n;
      if (bytes > MOST_BYTES) throw file.tooLarge("more bytes when unpacked", MOST_BYTES);
    }
  }

  private void walk(InputStream part) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(part);
    Walk walk = new Walk(reader);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> walk.start(reader.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> walk.text();
        case XMLStreamConstants.END_ELEMENT -> walk.end(reader.getLocalName());
        default -> {}
      }
    }
  }

  /// One part: a sheet, the shared texts, or anything else.
  private final class Walk {
    private final XMLStreamReader reader;
    private boolean inside;
    private boolean names;
    private long texts;
    private long length;
    private long total;
    private final StringBuilder number = new StringBuilder();

    Walk(XMLStreamReader reader) {
      this.reader = reader;
    }

    void start(String element) {
      switch (element) {
        case "c" -> {
          enter();
          names = "s".equals(reader.getAttributeValue(null, "t"));
          refuseFar(String.valueOf(reader.getAttributeValue(null, "r")));
        }
        case "si" -> {
          enter();
          shared = Math.max(shared, ++texts);
        }
        case "v" -> number.setLength(0);
        default -> {}
      }
    }

    private void enter() {
      inside = true;
      names = false;
      length = 0;
    }

    private void refuseFar(String cell) {
      long letters = cell.chars().filter(c -> c >= 'A' && c <= 'Z').count();
      if (letters > LAST_COLUMN_LETTERS) throw file.refused("a cell stands beyond column XFD");
    }

    void text() {
      if (!inside) return;
      length += reader.getTextLength();
      if (length > LONGEST_TEXT) throw file.tooLarge("more characters in a cell", LONGEST_TEXT);
      if (texts > 0) total += reader.getTextLength();
      if (total > MOST_SHARED) throw file.tooLarge("more characters of shared text", MOST_SHARED);
      if (names) number.append(reader.getText());
    }

    void end(String element) {
      switch (element) {
        case "c", "si" -> inside = false;
        case "v" -> {
          if (names) named(number.toString().strip());
        }
        default -> {}
      }
    }

    private void named(String text) {
      if (text.matches("[0-9]{1,18}")) highest = Math.max(highest, Long.parseLong(text));
    }
  }
}
