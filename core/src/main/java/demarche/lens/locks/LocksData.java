package demarche.lens.locks;

import demarche.finding.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Locks for programs.
final class LocksData {
  private LocksData() {}

  static Data of(List<Lock> locks) {
    return new Data.Items(locks.stream().map(LocksData::of).toList());
  }

  private static Data of(Lock lock) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("holder", new Data.Text(lock.holder().id()));
    fields.put("partOf", text(lock.holder().partOf()));
    fields.put("option", new Data.Text(lock.option().id()));
    fields.put("owner", new Data.Text(lock.owner().id()));
    fields.put("unless", new Data.Text(lock.unless().toString()));
    fields.put("open", new Data.Flag(lock.opening() == Lock.Opening.OPEN));
    fields.put("keys", new Data.Items(lock.keys().stream().map(LocksData::key).toList()));
    fields.put("wanted", new Data.Flag(lock.wanted() == Lock.Wish.WANTED));
    fields.put("left", new Data.Whole(lock.left()));
    fields.put("unlocked", new Data.Whole(lock.unlocked()));
    return new Data.Fields(fields);
  }

  private static Data key(Lock.Key key) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("party", new Data.Text(key.party().id()));
    fields.put("would", new Data.Flag(key.turn() == Lock.Turn.WOULD));
    return new Data.Fields(fields);
  }

  private static Data text(String text) {
    return text.isEmpty() ? new Data.Nothing() : new Data.Text(text);
  }
}
