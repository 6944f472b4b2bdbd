package io.sirenorder.bench;

import java.io.PrintWriter;

/**
 * The figures of a rolling restart.
 *
 * @param inTime whether orders went on until all restarts were done
 */
record RollingReport(Outcome outcome, Visitors visitors, Moves moves, Sales sales, boolean inTime) {
    private static final double LONGEST_ABSENCE_SECONDS = 5;

    /** Whether it cost nothing. */
    boolean print(PrintWriter out) {
        out.printf(
                "orders   %d begun, %d finished, %d failed, of them %d lost (not finished within a minute, and no answer why)%n",
                outcome.begun(), outcome.finished(), outcome.failed(), outcome.overdue());
        if (outcome.firstFailure() != null) {
            out.println("first failure: " + outcome.firstFailure());
        }
        out.printf("sales    %,d won finished, %,d won in the wallets%n", sales.finishedKrw(), sales.bookedKrw());
        visitors.print(out);
        moves.print(out);
        if (!inTime) {
            out.println("the load ended before the restarts did: give it more --seconds");
        }
        out.println(
                isFree() ? "rolling restart: nothing failed, nothing lost" : "rolling restart: NOT free, see above");
        out.flush();
        return isFree();
    }

    private boolean isFree() {
        return inTime
                && outcome.failed() == 0
                && visitors.failed() == 0
                && sales.agree()
                && moves.allTold()
                && moves.longestAbsenceSeconds() < LONGEST_ABSENCE_SECONDS;
    }
}
