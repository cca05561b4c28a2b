package demarche.cli;

import demarche.analysis.Case;
import demarche.lens.council.Backtest.Trial;
import demarche.lens.council.Council;
import demarche.lens.council.Council.Sponsor;
import demarche.lens.council.CouncilLens.Asked;
import demarche.lens.council.Text;
import demarche.model.Body;
import demarche.model.Proposal;
import demarche.scenario.Spelling;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options of a draft that is held against what was adopted.
final class Backtesting {
  static final String AGAINST = "--against";
  private static final String SPONSOR = "--sponsor";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  @Option(
      names = AGAINST,
      paramLabel = "P",
      description =
          "With --text, the draft: what was adopted in the end, written as that is. Predicts by"
              + " the votes what the sponsor could get of the draft, and counts the clauses that"
              + " were so. With csv, these clauses in place of the votes.")
  String against = "";

  @Option(
      names = SPONSOR,
      paramLabel = "A",
      description =
          "With --against: whose draft it is (default: who put that proposal forward, or the"
              + " only sponsor).")
  String sponsor = "";

  boolean isAsked() {
    return !against.isEmpty();
  }

  /// Whether the options go together.
  void check(String text) {
    if (isAsked() && text.isEmpty()) throw wrong(AGAINST + " needs --text, the draft");
    if (!isAsked() && !sponsor.isEmpty()) throw wrong(SPONSOR + " needs " + AGAINST);
  }

  /// The draft of what is asked, tried against what was adopted.
  ///
  /// @param asked about the draft alone
  /// @param adopted the same of the text that was adopted
  Asked trying(Case about, Asked asked, Asked adopted) {
    Text draft = asked.texts().getFirst();
    Text then = adopted.texts().getFirst();
    for (Text text : List.of(draft, then)) {
      if (text.state() < 0) throw wrong("'%s' is not feasible".formatted(text.id()));
    }
    Body body = body(about, asked, draft);
    if (!adopted.bodies().isEmpty() && !adopted.bodies().contains(body.id())) {
      throw wrong(
          "%s: '%s' is a text of '%s', not of '%s'"
              .formatted(AGAINST, then.id(), String.join(", ", adopted.bodies()), body.id()));
    }
    return asked.trying(body.id(), new Trial(sponsor(about, body, draft), draft, then));
  }

  private Body body(Case about, Asked asked, Text draft) {
    List<Body> asking =
        about.model().bodies().stream()
            .filter(b -> asked.bodies().contains(b.id()))
            .filter(b -> draft.asks(about.space(), b, asked.from()))
            .toList();
    if (asking.size() == 1) return asking.getFirst();
    if (asking.isEmpty()) {
      throw wrong("'%s' changes nothing that a body decides".formatted(draft.id()));
    }
    throw wrong(
        "'%s' asks something of %s; name one with --body"
            .formatted(draft.id(), String.join(", ", asking.stream().map(Body::id).toList())));
  }

  private String sponsor(Case about, Body body, Text draft) {
    List<String> ids =
        Council.sponsors(about.model(), body).stream().map((Sponsor s) -> s.actor().id()).toList();
    if (ids.isEmpty()) {
      throw wrong("nobody with wishes of its own may table a text in '%s'".formatted(body.id()));
    }
    if (!sponsor.isEmpty()) {
      if (ids.contains(sponsor)) return sponsor;
      throw wrong(
          "'%s' may table no text in '%s', expected one of %s%s"
              .formatted(sponsor, body.id(), String.join(", ", ids), Spelling.hint(sponsor, ids)));
    }
    List<String> by =
        about.model().proposals().stream()
            .filter(p -> p.id().equals(draft.id()))
            .flatMap((Proposal p) -> p.by().stream())
            .filter(ids::contains)
            .toList();
    List<String> whose = by.isEmpty() ? ids : by;
    if (whose.size() == 1) return whose.getFirst();
    throw wrong(
        "the draft '%s' could be of %s; name one with %s"
            .formatted(draft.id(), String.join(", ", whose), SPONSOR));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
