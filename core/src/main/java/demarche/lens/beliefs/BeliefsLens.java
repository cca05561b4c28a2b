package demarche.lens.beliefs;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Target;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each side believes about the others, and where misperception leads.
///
/// @param concepts under which stability is judged, one after the other
public record BeliefsLens(Set<Concept> concepts) implements Lens {
  public static final BeliefsLens USUAL = new BeliefsLens(Set.of(Concept.SEQ));

  public BeliefsLens {
    concepts = Set.copyOf(concepts);
  }

  @Override
  public String key() {
    return "beliefs";
  }

  @Override
  public String question() {
    return "What does each side believe about the others, and where does that lead?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("beliefs", "proposals", "targets");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.beliefs().isEmpty();
  }

  @Override
  public boolean isQuicklyAsked() {
    return false;
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Actor holder : Hypergame.holders(space.model())) {
      inquiries.add(
          new Inquiry(
              "beliefs/%s/errs".formatted(holder.id()),
              "%s expects other states to last than do".formatted(holder.name()),
              "perceived(%s, SEQ) != equilibria(SEQ)".formatted(holder.id())));
    }
    for (Target target : space.model().targets()) {
      inquiries.add(
          new Inquiry(
              "beliefs/%s/ends".formatted(target.id()),
              "share of plays, each acting on its own picture, that end in '%s'"
                  .formatted(target.id()),
              "ends(%s)".formatted(target.when())));
    }
    return inquiries;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Map<Concept, Outlook> outlooks = new EnumMap<>(Concept.class);
    List<Finding> findings = new ArrayList<>();
    for (Concept concept : Concept.values()) {
      if (!concepts.contains(concept)) continue;
      Outlook outlook = Outlook.of(space, concept, run);
      outlooks.put(concept, outlook);
      findings.addAll(new BeliefsWords(outlook).findings());
    }
    return new Answer(
        key(), "Beliefs", findings, new BeliefsData(space).of(outlooks), method(space));
  }

  private static List<Sentence> method(StateSpace space) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "A perceived game is the file with an actor's pictures of the others in their places and what it"
                + " does not know of held at the status quo; bodies, and actors of whose beliefs nothing is"
                + " said, see the game as it is"));
    method.add(
        say(
            "In the play whoever would leave goes by the best move that it believes nothing undoes; who is"
                + " next is drawn evenly, and shares are worked out, not sampled"));
    if (space.model().bodies().isEmpty()) return method;
    method.add(say("In a perceived game a body votes as the pictures of its members would"));
    return method;
  }
}
