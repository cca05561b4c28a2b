package demarche.lens.roles;

import demarche.lens.Inquiry;
import demarche.model.Actor;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.List;

/// Every verdict as a question for draws.
final class Inquiries {
  /// What an attempt is called in checks.
  static final String ATTEMPTED = "attempted-mediator";

  private Inquiries() {}

  static List<Inquiry> of(Casting.Cast cast) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Column column : cast.columns()) {
      for (int a : cast.actors()) {
        Actor actor = column.scene().model().actors().get(a);
        for (int t : column.targets()) {
          Target target = column.scene().model().targets().get(t);
          for (Role role : cast.roles()) {
            inquiries.add(inquiry(column, actor, target, role.id()));
            if (role == Role.MEDIATOR) {
              inquiries.add(inquiry(column, actor, target, ATTEMPTED));
            }
          }
        }
      }
    }
    return inquiries;
  }

  private static Inquiry inquiry(Column column, Actor actor, Target target, String role) {
    String eyes = column.id().isEmpty() ? "" : " in the eyes of " + column.title();
    String observer = column.id().isEmpty() ? "" : ", observer = " + column.id();
    String key = column.id().isEmpty() ? "" : "/" + column.id();
    return new Inquiry(
        "roles/%s/%s/%s%s".formatted(actor.id(), role, target.id(), key),
        "%s is %s of %s%s".formatted(actor.name(), role.replace('-', ' '), target.name(), eyes),
        "role(%s, %s, target = %s%s)".formatted(actor.id(), role, target.id(), observer));
  }
}
