package demarche.exchange;

import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.states.TooLarge;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of an XML file with its place. Text between elements is left out.
///
/// Document types and entities of a file's own are refused: they could draw in other files, or grow
/// without end.
record Xml(String name, Map<String, String> attributes, List<Xml> children, Place place) {
  private static final int DEEPEST = 50;
  private static final int MOST_ELEMENTS = 500_000;

  /// @throws demarche.scenario.InvalidScenario if the text is no XML, or has a document type
  /// @throws TooLarge if it is too deep or too much of it
  static Xml read(String file, String text, Problems problems) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      return new Reading(file, text, reader, problems).root();
    } catch (XMLStreamException e) {
      Place place =
          e.getLocation() == null
              ? new Place(file, 1, 1, 0)
              : new Place(
                  file,
                  Math.max(1, e.getLocation().getLineNumber()),
                  Math.max(1, e.getLocation().getColumnNumber()),
                  0);
      throw problems.fatal(place, "this is no sound XML: %s", reason(e));
    }
  }

  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    return Quoted.clean(at < 0 ? message : message.substring(at + "Message: ".length()));
  }

  /// The children of this name.
  Stream<Xml> all(String child) {
    return children.stream().filter(c -> c.name.equals(child));
  }

  /// Builds elements as their ends are met.
  private static final class Reading {
    private final String file;
    private final String text;
    private final XMLStreamReader reader;
    private final Problems problems;
    private final Deque<Xml> open = new ArrayDeque<>();
    private int elements;
    private int line = 1;
    private int lineStart;
    private int counted;

    Reading(String file, String text, XMLStreamReader reader, Problems problems) {
      this.file = file;
      this.text = text;
      this.reader = reader;
      this.problems = problems;
    }

    Xml root() throws XMLStreamException {
      Xml last = new Xml("", Map.of(), new ArrayList<>(), new Place(file, 1, 1, 0));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> open();
          case XMLStreamConstants.END_ELEMENT -> last = open.pop();
          case XMLStreamConstants.DTD ->
              throw problems.fatal(place("<!DOCTYPE"), "a document type is not read; take it out");
          default -> {} // text and comments
        }
      }
      return last;
    }

    private void open() {
      String name = reader.getLocalName();
      Place place = place("<" + name);
      if (++elements > MOST_ELEMENTS) throw tooLarge(place, "more elements", MOST_ELEMENTS);
      if (open.size() >= DEEPEST) throw tooLarge(place, "deeper elements", DEEPEST);
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int a = 0; a < reader.getAttributeCount(); a++) {
        attributes.put(reader.getAttributeLocalName(a), reader.getAttributeValue(a));
      }
      Xml element = new Xml(name, attributes, new ArrayList<>(), place);
      if (!open.isEmpty()) open.element().children.add(element);
      open.push(element);
    }

    private TooLarge tooLarge(Place place, String what, int most) {
      return new TooLarge(
          place.toString(), what, "%,d".formatted(most), "no program of this kind writes more");
    }

    /// Where the tag begins that has just been read: the reader says only where it ends.
    private Place place(String tag) {
      int end = Math.clamp(reader.getLocation().getCharacterOffset(), 0, text.length());
      int at = Math.max(counted, text.lastIndexOf(tag, end));
      for (; counted < at; counted++) {
        if (text.charAt(counted) == '\n') {
          line++;
          lineStart = counted + 1;
        }
      }
      return new Place(file, line, at - lineStart + 1, tag.length());
    }
  }
}
