package demarche.lens.roles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What an actor can be to a target. Criteria: `docs/lenses/roles.md`.
public enum Role {
  DECISIVE(
      "decisive",
      "without it the figure of the target moves more than without any other actor, and by more"
          + " than the threshold"),
  VETO_PLAYER(
      "veto-player",
      "every way to the target has a move of its own, or of a body that cannot decide without it"),
  MEDIATOR(
      "mediator",
      "it can speak to all disputants (attempted), and with its good offices the target is likelier"
          + " by more than the threshold (effective)"),
  GUARANTOR(
      "guarantor",
      "states with the target are equilibria by SEQ, and none of them would be if this actor"
          + " answered nothing"),
  BAD_COP(
      "bad-cop",
      "without its veto a body passes the target, and an ally loses by it whom it would cost more to"
          + " object"),
  SPOILER(
      "spoiler",
      "it prefers what is to the nearest states with the target, and keeps it so: by right, or as"
          + " without it the target is likelier by more than the threshold"),
  BYSTANDER("bystander", "without it the target's figure stays as it is, whatever without means");

  private final String id;
  private final String criterion;

  Role(String id, String criterion) {
    this.id = id;
    this.criterion = criterion;
  }

  /// As commands, checks and JSON have it.
  public String id() {
    return id;
  }

  /// The same for people.
  public String word() {
    return id.replace('-', ' ');
  }

  /// What makes it so, to stand after `when`.
  public String criterion() {
    return criterion;
  }

  /// Whether it is judged by rights and votes alone, without any figure.
  public boolean isByRight() {
    return this == VETO_PLAYER || this == BAD_COP || this == GUARANTOR;
  }

  public static Optional<Role> find(String id) {
    return Arrays.stream(values()).filter(r -> r.id.equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(Role::id).toList();
  }
}
