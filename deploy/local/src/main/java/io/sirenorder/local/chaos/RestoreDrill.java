package io.sirenorder.local.chaos;

import io.sirenorder.local.chaos.RestoredDatabase.Resumed;
import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rehearsal of a restore: store-service's database is put back to an earlier copy while buyers order and pay. */
public final class RestoreDrill {
    private final StateDirectory state;
    private final Stoppable service;
    private final PrintStream out;

    public RestoreDrill(StateDirectory state, Stoppable service, PrintStream out) {
        this.state = state;
        this.service = service;
        this.out = out;
    }

    /**
     * Whether nothing was lost.
     *
     * @param orders finished before the copy, after it, and after the restore, each
     */
    public boolean play(int orders) {
        RestoredDatabase database = new RestoredDatabase(state);
        try (DrillLoad load = new DrillLoad(new Victims(state))) {
            load.awaitFinished(orders);
            database.copy();
            out.println("    a copy of store's database is made under load, after "
                    + load.finished().size() + " orders");
            load.awaitFinished(orders);
            restore(database);
            bringBack(load);
            load.awaitFinished(orders);
            load.stop();
            return verdict(load);
        }
    }

    private void restore(RestoredDatabase database) {
        Instant begin = Instant.now();
        service.stop();
        long before = database.orders();
        out.println("  1 store-service is stopped, at " + before + " orders and position " + database.head()
                + " of its feed; its consumers go on running");
        database.putBack();
        long heard = database.heard();
        out.println("  2 its earlier copy is in place, with " + (before - database.orders())
                + " orders less, at position " + database.head() + "; consumers have heard up to " + heard);
        Resumed resumed = database.resume(heard);
        database.postponeDeadlines();
        out.println(
                "  3 its feed goes on at position " + resumed.position() + "; orders that wait have ten more minutes");
        database.moveConsumers(resumed);
        service.start();
        out.println("  4 its consumers' cursors are there, store-service is ready again after"
                + Terminal.seconds(Duration.between(begin, Instant.now())));
    }

    /** Payments come back from payment-service's feed; merchants decide again what they had decided. */
    private void bringBack(DrillLoad load) {
        Instant begin = Instant.now();
        List<String> decided = List.copyOf(load.finished());
        decided.forEach(load::decide);
        out.println("  5 all " + decided.size() + " orders finished before are there and decided again, after"
                + Terminal.seconds(Duration.between(begin, Instant.now())));
    }

    private boolean verdict(DrillLoad load) {
        Invariants invariants = new Invariants(state);
        List<String> broken = new ArrayList<>();
        try {
            DrillLoad.await(() -> load.isInTheWallet() && invariants.unsettled().isEmpty());
        } catch (IllegalStateException unsettled) {
            broken.addAll(invariants.unsettled());
            broken.add("the wallet holds " + load.merchant().balance() + " won of " + load.paidKrw());
        }
        broken.addAll(invariants.differencesToPortOne());
        broken.forEach(line -> out.println(Terminal.red("✘ ") + line));
        out.println(
                broken.isEmpty()
                        ? Terminal.green("✔ 6 nothing is lost: ") + load.paid().size()
                                + " orders paid, finished and in the" + " wallet once each, " + load.paidKrw()
                                + " won; PortOne and our books agree"
                        : "the restore lost something");
        return broken.isEmpty();
    }
}
