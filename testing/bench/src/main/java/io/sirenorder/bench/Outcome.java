package io.sirenorder.bench;

import java.io.PrintWriter;

/**
 * The counts of a run's orders.
 *
 * @param overdue of the failed: not finished within a minute, without an error
 * @param seconds until the last one was done
 * @param firstFailure null when none failed
 */
record Outcome(int begun, int finished, int failed, int overdue, double seconds, Throwable firstFailure) {

    void print(PrintWriter out, Measurements measured) {
        out.printf(
                "orders   %d begun, %d finished, %d failed, %.1f orders/s over %.1f s%n",
                begun, finished, failed, finished / seconds, seconds);
        if (firstFailure != null) {
            out.println("first failure: " + firstFailure);
        }
        out.println(measured.paidToTill.line());
        out.println(measured.paidToFinished.line());
        out.println(measured.dueToFinished.line());
        out.println(measured.baseline.line());
        out.printf(
                "ratio    paid -> till is %.1f times the baseline at p50, %.1f times at p99%n",
                measured.paidToTill.millisAt(50) / measured.baseline.millisAt(50),
                measured.paidToTill.millisAt(99) / measured.baseline.millisAt(99));
        out.flush();
    }
}
