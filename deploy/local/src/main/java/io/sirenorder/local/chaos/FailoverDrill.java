package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rehearsal of a lost primary: PostgreSQL ends without a farewell under load, and its synchronous standby takes over. */
public final class FailoverDrill {
    private final StateDirectory state;
    private final Stoppable postgres;
    private final PrintStream out;
    private final Victims victims;

    public FailoverDrill(StateDirectory state, Stoppable postgres, PrintStream out) {
        this.state = state;
        this.postgres = postgres;
        this.out = out;
        this.victims = new Victims(state);
    }

    /**
     * Whether no decision that was answered is forgotten and all payments are right.
     *
     * @param orders finished before the loss and after it, each
     */
    public boolean play(int orders) {
        try (Standby standby = new Standby(state);
                DrillLoad load = new DrillLoad(victims)) {
            standby.follow();
            out.println("  1 a standby follows PostgreSQL; a commit waits until it is on both disks");
            load.awaitFinished(orders);
            failOver(standby);
            List<String> forgotten = load.forgotten();
            forgotten.forEach(line -> out.println(Terminal.red("✘ ") + line));
            out.println("  4 " + load.finished().size() + " orders that were decided before it are there, "
                    + forgotten.size() + " are not as they were decided");
            load.awaitFinished(orders);
            load.stop();
            return new DrillVerdict(state, out).isClean(load, "5") && forgotten.isEmpty();
        }
    }

    /** The lost server's connections stay open and silent until its processes are killed, as those of a lost node do. */
    private void failOver(Standby standby) {
        Instant begin = Instant.now();
        List<ProcessHandle> lost = victims.halt("postgres");
        out.println("  2 the primary does nothing more, amid orders; connections to it stay open");
        postgres.stop();
        lost.forEach(ProcessHandle::destroyForcibly);
        standby.promote();
        standby.takePlace();
        postgres.start();
        out.println("  3 the standby is promoted and answers at the primary's address, after"
                + Terminal.seconds(Duration.between(begin, Instant.now())));
    }
}
