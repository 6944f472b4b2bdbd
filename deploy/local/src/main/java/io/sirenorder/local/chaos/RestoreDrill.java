package io.sirenorder.local.chaos;

import io.sirenorder.client.Merchant;
import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The rehearsal of a restore: store-service's database is put back to an earlier copy while buyers order and pay. */
public final class RestoreDrill {
    private static final int ORDERS = 4;
    /** Lifted over what was told, the feed has a gap on purpose. */
    private static final String GAP = "the feed of store is dense";

    private final StateDirectory state;
    private final Place place;
    private final PrintStream out;

    /** The service's place in the stack. */
    public interface Place {
        /** Stops the service. */
        void leave();

        /** Starts it again and comes back when it is ready. */
        void takeBack();
    }

    public RestoreDrill(StateDirectory state, Place place, PrintStream out) {
        this.state = state;
        this.place = place;
        this.out = out;
    }

    /** Whether nothing was lost. */
    public boolean play() {
        RestoredDatabase database = new RestoredDatabase(state);
        try (DrillLoad load = new DrillLoad(new Victims(state))) {
            load.awaitFinished(ORDERS);
            keepCopy(database);
            load.awaitFinished(ORDERS);
            restore(database);
            bringBack(load);
            load.awaitFinished(ORDERS);
            load.stop();
            return verdict(load);
        }
    }

    private void keepCopy(RestoredDatabase database) {
        place.leave();
        database.copy();
        out.println("  a copy of store's database is kept: " + database.orders() + " orders");
        place.takeBack();
    }

    private void restore(RestoredDatabase database) {
        place.leave();
        long before = database.orders();
        long head = database.head();
        out.println("  1 store-service is stopped, at " + before + " orders and position " + head);
        database.putBack();
        long heard = database.heard();
        out.println("  2 its earlier copy is in place, at " + database.orders() + " orders and position "
                + database.head() + "; consumers have heard up to " + heard);
        database.lift(heard);
        out.println("  4 its feed is lifted to position " + database.head());
        database.moveConsumers();
        place.takeBack();
        out.println("  5 its consumers go on from there; store-service is ready");
    }

    /** Payments come back from payment-service's feed; merchants decide again on what they had decided. */
    private void bringBack(DrillLoad load) {
        List<String> decided = List.copyOf(load.finished());
        decided.forEach(load::decide);
        out.println("  3 all " + decided.size() + " orders finished before are there, decided again where it was lost");
    }

    private boolean verdict(DrillLoad load) {
        Invariants invariants = new Invariants(state);
        List<String> broken = new ArrayList<>();
        try {
            DrillLoad.await(() -> inTheWallet(load) && broken(invariants).isEmpty());
        } catch (IllegalStateException unsettled) {
            broken.addAll(broken(invariants));
            broken.add("in the wallet are " + load.merchant().balance() + " won of " + sum(load));
        }
        broken.addAll(invariants.differencesToPortOne());
        broken.forEach(line -> out.println(Terminal.red("✘ ") + line));
        out.println(
                broken.isEmpty()
                        ? Terminal.green("✔ 6 nothing is lost: " + load.paid().size()
                                + " orders paid, finished and in the" + " wallet, once each; the books agree")
                        : "the restore lost something");
        return broken.isEmpty();
    }

    private static List<String> broken(Invariants invariants) {
        return invariants.unsettled().stream()
                .filter(line -> !line.contains(GAP))
                .toList();
    }

    private static boolean inTheWallet(DrillLoad load) {
        return load.merchant().balance() == sum(load);
    }

    private static long sum(DrillLoad load) {
        Merchant merchant = load.merchant();
        return load.paid().stream()
                .mapToLong(order -> merchant.order(order).path("amountKrw").asLong())
                .sum();
    }
}
