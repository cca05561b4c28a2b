package demarche.scenario;

import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Scalar;
import demarche.scenario.TraceEntry.Claimed;
import demarche.scenario.TraceEntry.Deed;
import demarche.scenario.TraceEntry.MemberVote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what happened.
record TraceReader(Intake intake) {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

  List<TraceEntry> trace(Node section) {
    return intake.each(section, "dated moves", node -> entry(Form.open(intake, node, Shape.TRACE)));
  }

  private TraceEntry entry(Form form) {
    boolean moves = form.has("does") || form.has("votes") || form.has("resolution");
    if (moves && form.has("state")) {
      intake.spoil(
          form.placeOf("state"),
          "an entry tells where things stand ('state') or what somebody did ('does'); split it");
    } else if (!moves && !form.has("variant") && !form.has("claimed")) {
      form.need("state");
    }
    if (form.has("by") && form.has("claimed")) {
      intake.spoil(form.placeOf("claimed"), "a disputed attribution ('claimed') has no 'by'");
    }
    DestinationReader destinations = new DestinationReader(intake);
    return new TraceEntry(
        date(form),
        form.references("by"),
        form.has("state") ? Deed.STATE : Deed.MOVE,
        form.find(form.has("state") ? "state" : "does")
            .map(destinations::destination)
            .orElse(new Destination.Settings(List.of(), form.place())),
        form.reference("variant"),
        intake.each(form.node("claimed"), "attributions {by: ..., source: ...}", this::claimed),
        form.word("resolution"),
        votes(form),
        form.text("note"),
        form.evidence());
  }

  private Claimed claimed(Node node) {
    Form form = Form.open(intake, node, Shape.CLAIMED);
    return new Claimed(form.references("by"), form.evidence());
  }

  private List<MemberVote> votes(Form form) {
    if (!form.has("votes")) return List.of();
    if (!(form.node("votes") instanceof Fields fields)) {
      intake.spoilByKind(form.node("votes"), "a map of members to votes");
      return List.of();
    }
    return fields.fields().stream()
        .map(f -> new MemberVote(intake.reference(f.key()), vote(f.value())))
        .toList();
  }

  private Word vote(Node node) {
    if (node instanceof Scalar scalar && MemberVote.CHOICES.contains(scalar.text()))
      return scalar.word();
    intake.spoil(
        node.place(),
        "expected %s, found %s",
        String.join(", ", MemberVote.CHOICES),
        node.inWords());
    return Intake.nowhere(node);
  }

  /// The date of an entry, checked to be one.
  Word date(Form form) {
    if (!form.has("date")) return Intake.nowhere(form.node("date"));
    Word date = form.word("date");
    if (!DATE.matcher(date.text()).matches() || !exists(date.text())) {
      intake.spoil(
          date.place(),
          "expected a date such as 2026-03-01 (or 2026-03, or 2026), found %s",
          Spelling.quoted(date.text()));
    }
    return date;
  }

  private static boolean exists(String date) {
    try {
      if (date.length() == 10) LocalDate.parse(date);
      if (date.length() == 7) YearMonth.parse(date);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
