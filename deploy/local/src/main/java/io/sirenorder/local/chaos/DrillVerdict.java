package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The last step of a drill: all payments are compared with the wallet, with what was refunded and with PortOne's books. */
record DrillVerdict(StateDirectory state, PrintStream out) {

    /** Whether nothing was lost; prints each difference otherwise. Waits for what is still being settled. */
    boolean isClean(DrillLoad load, String step) {
        Invariants invariants = new Invariants(state);
        List<String> broken = new ArrayList<>();
        try {
            DrillLoad.await(() -> load.isInTheWallet()
                    && load.wronglyRefunded().isEmpty()
                    && invariants.unsettled().isEmpty());
        } catch (IllegalStateException unsettled) {
            broken.addAll(invariants.unsettled());
            broken.addAll(load.wronglyRefunded());
            broken.add("the wallet holds " + load.merchant().balance() + " won of " + load.soldKrw());
        }
        broken.addAll(invariants.differencesToPortOne());
        broken.forEach(line -> out.println(Terminal.red("✘ ") + line));
        out.println(
                broken.isEmpty()
                        ? Terminal.green("✔ " + step + " nothing is lost: ")
                                + load.paid().size() + " payments, "
                                + load.refused().size() + " refused and refunded, "
                                + load.unmade().size() + " refunded since no order was made of them yet, the others"
                                + " finished and in the wallet once each, " + load.soldKrw()
                                + " won; PortOne and our books agree"
                        : "the drill lost something");
        return broken.isEmpty();
    }
}
