package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import demarche.scenario.Node.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Makes the tree of one YAML file from the parser's events.
///
/// The parser is lazy and keeps no tree of its own, so the limits here are reached before memory
/// is. Aliases share the node that they stand for and count with its full size.
final class Composer {
  static final int DEEPEST = 50;
  static final int MOST_ENTRIES = 200_000;
  static final int MOST_ALIASES = 1_000;

  private final FileText file;
  private final Problems problems;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int entries;
  private int aliases;
  private int depth;
  private int offset;
  private int codePointsBefore;

  private Composer(FileText file, Problems problems) {
    this.file = file;
    this.problems = problems;
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.name()).setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseString(file.text()).iterator();
  }

  /// The node an anchor names and its number of entries; no node while it is still open.
  private record Anchored(Optional<Node> node, int entries) {}

  /// @throws InvalidScenario if the file is no YAML, or beyond a limit
  static Node compose(FileText file, Problems problems) {
    try {
      return new Composer(file, problems).document();
    } catch (MarkedYamlEngineException e) {
      throw problems.fatal(YamlComplaint.place(file, e), "%s", YamlComplaint.message(file, e));
    } catch (YamlEngineException e) {
      throw problems.fatal(
          new Place(file.name(), 1, 1, 0),
          "the file is no YAML 1.2 (%s)",
          Spelling.shortened(String.valueOf(e.getMessage())));
    }
  }

  private Node document() {
    events.next(); // the start of the stream
    Event start = events.next();
    if (!(start instanceof DocumentStartEvent)) {
      throw problems.fatal(
          new Place(file.name(), 1, 1, 0), "the file is empty; it begins with 'demarche: 1'");
    }
    Node root = node(events.next());
    events.next(); // the end of the document
    Event next = events.next();
    if (next instanceof DocumentStartEvent) {
      throw problems.fatal(
          place(next), "a second document begins here; one file holds one scenario, without '---'");
    }
    return root;
  }

  private Node node(Event event) {
    if (++entries > MOST_ENTRIES) {
      throw problems.fatal(
          place(event), "the file has more than %,d entries, the most that is read", MOST_ENTRIES);
    }
    if (event instanceof AliasEvent alias) return anchored(alias);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(a -> anchors.put(a, new Anchored(Optional.empty(), 0)));
    int before = entries;
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent list -> items(list);
          case MappingStartEvent map -> fields(map);
          default -> throw new IllegalStateException("event " + event.getEventId());
        };
    anchor.ifPresent(a -> anchors.put(a, new Anchored(Optional.of(node), entries - before + 1)));
    return node;
  }

  private Node anchored(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAlias());
    String name = "*" + Spelling.shortened(alias.getAlias().getValue());
    if (anchored == null) {
      throw problems.fatal(
          place(alias),
          "%s stands for nothing: no '&%s' comes before it; quote the text if it is meant literally",
          name,
          name.substring(1));
    }
    if (++aliases > MOST_ALIASES) {
      throw problems.fatal(
          place(alias), "more than %,d aliases; write the parts out", MOST_ALIASES);
    }
    entries += anchored.entries();
    if (entries > MOST_ENTRIES) {
      throw problems.fatal(
          place(alias),
          "with the aliases written out the file has more than %,d entries, the most that is read",
          MOST_ENTRIES);
    }
    return anchored
        .node()
        .orElseThrow(
            () -> problems.fatal(place(alias), "%s stands inside what it stands for", name));
  }

  private Scalar scalar(ScalarEvent event) {
    refuseTag(event.getTag(), event);
    String written = slice(event);
    if (event.getAnchor().isPresent()) written = written.replaceFirst("^&\\S+\\s*", "");
    Style style =
        event.isPlain()
            ? Style.PLAIN
            : event.isLiteral() || event.isFolded() ? Style.BLOCK : Style.QUOTED;
    String text = event.getValue();
    Place place = place(event);
    refuseControlCharacter(text, place);
    int skipped = slice(event).length() - written.length();
    int length = written.lines().findFirst().orElse("").stripTrailing().length();
    Place own = new Place(place.file(), place.line(), place.column() + skipped, length);
    return new Scalar(text, style, own, written.equals(text) ? text : written);
  }

  /// An escape such as `\e` would reach the reader's terminal.
  private void refuseControlCharacter(String text, Place place) {
    text.codePoints()
        .filter(FileText::isRefused)
        .findFirst()
        .ifPresent(c ->
            problems.error(
                place, "the escape for U+%04X cannot stand in a scenario; remove it", c));
  }

  private Items items(SequenceStartEvent start) {
    open(start);
    List<Node> nodes = new ArrayList<>();
    Event event = events.next();
    for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      nodes.add(node(event));
    }
    depth--;
    return new Items(nodes, extent(start, event, nodes.isEmpty() ? 1 : 2));
  }

  private Fields fields(MappingStartEvent start) {
    open(start);
    List<Field> fields = new ArrayList<>();
    Map<String, Scalar> seen = new HashMap<>();
    Event event = events.next();
    for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      Node key = key(event);
      Node value = node(events.next());
      if (!(key instanceof Scalar name)) {
        problems.error(
            key.place(), "a key must be a name, found %s; quote text in brackets", key.inWords());
        continue;
      }
      Scalar first = seen.putIfAbsent(name.text(), name);
      if (first == null) {
        fields.add(new Field(name, value));
      } else {
        problems.error(
            name.place(),
            "%s is given twice; the first is in line %d, keep one of them",
            Spelling.quoted(name.text()),
            first.place().line());
      }
    }
    depth--;
    int length = fields.isEmpty() ? 1 : fields.getFirst().key().place().length();
    return new Fields(fields, extent(start, event, length));
  }

  /// A key that an alias repeats stands where the alias does.
  private Node key(Event event) {
    Node key = node(event);
    return event instanceof AliasEvent && key instanceof Scalar name
        ? new Scalar(name.text(), name.style(), place(event), name.written())
        : key;
  }

  private void open(CollectionStartEvent start) {
    refuseTag(start.getTag(), start);
    if (++depth > DEEPEST) {
      throw problems.fatal(place(start), "lists and maps are nested more than %d deep", DEEPEST);
    }
  }

  private void refuseTag(Optional<String> tag, Event event) {
    if (tag.isEmpty()) return;
    problems.error(
        place(event),
        "the tag %s is not allowed; write 'not' for a negation, and quote text that begins with '!'",
        Spelling.quoted(slice(event).split("[\\s\\[{]", 2)[0]));
  }

  /// What the file writes between the marks of an event.
  private String slice(Event event) {
    int from = event.getStartMark().map(Mark::getIndex).orElse(0);
    int to = event.getEndMark().map(Mark::getIndex).orElse(from);
    int start = offset(from);
    return file.text().substring(start, offset(to));
  }

  /// Where the code point that a mark counts stands in the text; marks lie close together, so each
  /// is found from the one before.
  private int offset(int codePoints) {
    offset = file.text().offsetByCodePoints(offset, codePoints - codePointsBefore);
    codePointsBefore = codePoints;
    return offset;
  }

  private Place place(Event event) {
    Mark mark = event.getStartMark().orElseThrow();
    return new Place(file.name(), mark.getLine() + 1, mark.getColumn() + 1, 1);
  }

  /// The place of a list or map: to its closing bracket if that is in the same line.
  private Place extent(CollectionStartEvent start, Event end, int length) {
    Place place = place(start);
    Mark last = end.getEndMark().orElseThrow();
    boolean oneLine = start.isFlow() && last.getLine() + 1 == place.line();
    int full = oneLine ? last.getColumn() + 1 - place.column() : length;
    return new Place(place.file(), place.line(), place.column(), full);
  }
}
