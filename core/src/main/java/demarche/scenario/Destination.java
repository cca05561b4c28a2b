package demarche.scenario;

import java.util.List;

/// A state, or the part of one that the file names.
public sealed interface Destination {
  Place place();

  /// Options set to levels; the rest stays as the context says.
  record Settings(List<Setting> settings, Place place) implements Destination {
    public Settings {
      settings = List.copyOf(settings);
    }
  }

  /// A state of a graph, by its id.
  record GraphState(Word id) implements Destination {
    @Override
    public Place place() {
      return id.place();
    }
  }

  record Setting(Word option, Word level) {}
}
