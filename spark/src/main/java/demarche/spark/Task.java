package demarche.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/// Makes one part on an executor.
final class Task extends AbstractFunction1<Iterator<Integer>, Task.Made> implements Serializable {
  private static final long serialVersionUID = 1;

  private final String name;
  private final Broadcast<Order> order;

  /// What became of a part.
  ///
  /// @param refusal why it is not there; empty if it is
  record Made(int part, String refusal) implements Serializable {}

  /// @param name of the order
  Task(String name, Broadcast<Order> order) {
    this.name = name;
    this.order = order;
  }

  @Override
  public Made apply(Iterator<Integer> parts) {
    TaskContext context = TaskContext.get();
    int part = parts.next();
    try {
      Workshop.of(name, order::value).make(part, context.taskAttemptId(), context::isInterrupted);
      return new Made(part, "");
    } catch (Refusal e) {
      return new Made(part, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // another attempt may succeed
    }
  }
}
