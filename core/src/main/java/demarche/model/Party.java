package demarche.model;

import java.util.List;

/// A decision maker: an actor, or a body.
public sealed interface Party permits Actor, Body {
  /// Its position among all parties: actors first, then bodies, in file order.
  int index();

  String id();

  String name();

  /// The options that it alone controls, in file order.
  List<Option> options();
}
