package demarche.lens.knowing;

/// The case that the page of the lens works by hand.
final class Dam {
  static final String YAML =
      """
      demarche: 1
      title: The dam
      actors:
        upper:
          name: Upstream
          options: {divert: {}}
          ranking: ["10", "00", "11", "01"]
          alternatives: [{by: lee, probability: 0.3, ranking: ["10", "11", "00", "01"]}]
        lower:
          name: Downstream
          options: {embargo: {}}
          ranking: ["00", "01", "11", "10"]
          alternatives: [{by: ito, probability: 0.4, ranking: ["00", "01", "10", "11"]}]
      """;

  private Dam() {}
}
