package demarche.lens.settlement.guarantees;

import demarche.finding.Data;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Guarantees for programs: one object for each proposal, by its id.
final class GuaranteesData {
  private final StateSpace space;

  private GuaranteesData(StateSpace space) {
    this.space = space;
  }

  static Data of(StateSpace space, List<Guarantees> all) {
    GuaranteesData data = new GuaranteesData(space);
    Map<String, Data> proposals = new LinkedHashMap<>();
    all.forEach(one -> proposals.put(one.proposal().id(), data.of(one)));
    return new Data.Fields(proposals);
  }

  private Data of(Guarantees one) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", code(one.state()));
    fields.put("signed", new Data.Flag(one.judgement().isAccepted()));
    fields.put("holds", new Data.Flag(one.holds()));
    fields.put("keptByWord", new Data.Flag(one.isKeptByWord()));
    fields.put("keptByThreats", new Data.Flag(one.isKeptByThreats()));
    fields.put("breaches", new Data.Items(one.breaches().stream().map(this::breach).toList()));
    fields.put("unkept", ids(one.unkept()));
    fields.put("additions", new Data.Items(one.additions().stream().map(this::addition).toList()));
    fields.put("pillars", new Data.Items(one.pillars().stream().map(this::pillar).toList()));
    return new Data.Fields(fields);
  }

  private Data breach(Breach breach) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("by", new Data.Text(breach.by().id()));
    fields.put("to", new Data.Items(breach.ways().stream().map(this::code).toList()));
    fields.put(
        "loss",
        breach.commitment() instanceof Commitment.Loss(var loss)
            ? new Data.Exact(loss)
            : new Data.Nothing());
    fields.put("commitment", new Data.Text(word(breach.commitment())));
    fields.put(
        "guarantors", new Data.Items(breach.guarantors().stream().map(this::guarantor).toList()));
    fields.put(
        "together",
        new Data.Items(
            breach.together().stream()
                .<Data>map(group -> new Data.Items(group.stream().map(this::guarantor).toList()))
                .toList()));
    return new Data.Fields(fields);
  }

  private static String word(Commitment commitment) {
    return switch (commitment) {
      case Commitment.Loss _ -> "loss";
      case Commitment.Never _ -> "red-line";
      case Commitment.Unmeasured _ -> "order";
      case Commitment.ByVotes _ -> "body";
    };
  }

  private Data guarantor(Guarantor guarantor) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("actor", new Data.Text(guarantor.actor().id()));
    fields.put(
        "price", guarantor.price().isEmpty() ? new Data.Nothing() : exact(guarantor.price()));
    fields.put(
        "answers",
        new Data.Items(
            guarantor.answers().stream()
                .<Data>map(answer -> {
                  Map<String, Data> each = new LinkedHashMap<>();
                  each.put("breach", code(answer.breach()));
                  each.put("to", code(answer.to()));
                  each.put("hold", new Data.Text(answer.hold().name().toLowerCase(Locale.ROOT)));
                  return new Data.Fields(each);
                })
                .toList()));
    return new Data.Fields(fields);
  }

  private static Data exact(List<BigFraction> number) {
    return new Data.Exact(number.getFirst());
  }

  private Data addition(Addition addition) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("option", new Data.Text(addition.option().id()));
    fields.put("level", new Data.Text(addition.option().levels().get(addition.level())));
    fields.put("holder", new Data.Text(addition.option().holder()));
    fields.put("state", code(addition.state()));
    return new Data.Fields(fields);
  }

  private Data pillar(Pillar pillar) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("by", new Data.Text(pillar.by().id()));
    fields.put("keeps", new Data.Text(pillar.kept().id()));
    fields.put("from", code(pillar.gain()));
    return new Data.Fields(fields);
  }

  private Data code(int state) {
    return new Data.Text(space.code(state));
  }

  private static Data ids(List<? extends Party> parties) {
    return new Data.Items(parties.stream().<Data>map(p -> new Data.Text(p.id())).toList());
  }
}
