package demarche.spark;

import demarche.ensemble.EngineFailed;
import demarche.ensemble.EngineFailed.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where executors are asked for.
///
/// @param url in Spark's notation
/// @param hosts of a standalone cluster, any of which may lead; none where this process computes
record Master(String url, List<InetSocketAddress> hosts) {
  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\d+|\\*)(,\\d+)?])?");
  private static final Pattern HOST = Pattern.compile("([^:,/\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");
  private static final String STANDALONE = "spark://";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LAST_PORT = 65_535;

  Master {
    hosts = List.copyOf(hosts);
  }

  /// @throws EngineFailed if the URL is none that is known
  static Master of(String url) {
    if (LOCAL.matcher(url).matches()) return new Master(url, List.of());
    if (!url.startsWith(STANDALONE)) throw unknown(url);
    List<InetSocketAddress> hosts = new ArrayList<>();
    for (String host : url.substring(STANDALONE.length()).split(",", -1)) {
      Matcher parts = HOST.matcher(host);
      if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) throw unknown(url);
      hosts.add(
          InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2))));
    }
    return new Master(url, hosts);
  }

  private static EngineFailed unknown(String url) {
    return new EngineFailed(
        Reason.USAGE,
        "--master is '%s', expected spark://HOST:PORT, local[N] or local[*]".formatted(url));
  }

  boolean isLocal() {
    return hosts.isEmpty();
  }

  /// Whether nothing need leave this machine.
  boolean isLoopback() {
    return hosts.stream()
        .allMatch(host -> {
          InetAddress address = resolved(host).getAddress();
          return address != null && address.isLoopbackAddress();
        });
  }

  private static InetSocketAddress resolved(InetSocketAddress host) {
    return new InetSocketAddress(host.getHostString(), host.getPort());
  }

  /// Asks before Spark does, which would wait a minute.
  ///
  /// @throws EngineFailed if nobody answers
  void refuseUnlessReachable() {
    if (isLocal()) return;
    List<String> answers = new ArrayList<>();
    for (InetSocketAddress host : hosts) {
      try (Socket socket = new Socket()) {
        InetSocketAddress address = resolved(host);
        if (address.isUnresolved()) throw new IOException("there is no such host");
        socket.connect(address, PATIENCE_MILLIS);
        return;
      } catch (IOException e) {
        answers.add(host.getHostString() + ":" + host.getPort() + ": " + e.getMessage());
      }
    }
    throw new EngineFailed(
        Reason.SURROUNDINGS,
        "there is no Spark master at %s (%s); spark/cluster starts one on this machine"
            .formatted(url, String.join("; ", answers)));
  }
}
