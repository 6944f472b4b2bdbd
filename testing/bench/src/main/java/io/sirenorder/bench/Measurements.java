package io.sirenorder.bench;

/** The latencies of a run. */
final class Measurements {
    final Latency paidToTill = new Latency("paid -> till");
    final Latency paidToFinished = new Latency("paid -> finished");
    final Latency dueToFinished = new Latency("due -> finished");
    final Latency baseline = new Latency("baseline GET");
}
