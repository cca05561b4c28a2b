package demarche.report.view;

import java.util.List;

/// A whole report.
///
/// @param facts date, file, size
/// @param whatIf what is not as the file has it
/// @param gists the answer first
/// @param version of the program
public record Sheet(
    String title,
    String facts,
    List<String> whatIf,
    List<Gist> gists,
    List<Section> sections,
    String css,
    String version) {
  public Sheet {
    whatIf = List.copyOf(whatIf);
    gists = List.copyOf(gists);
    sections = List.copyOf(sections);
  }

  /// One answer in short, and where it is shown.
  ///
  /// @param target id of the section with the evidence; empty where there is none
  public record Gist(Text statement, List<Text> reasons, String target, String title) {
    public Gist {
      reasons = List.copyOf(reasons);
    }
  }

  /// @param id the part of an address behind `#`
  public record Section(String id, String title, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
