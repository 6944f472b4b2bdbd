package io.sirenorder.simulator.console;

import io.sirenorder.simulator.browser.BrowserApi;
import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.sirenorder.simulator.purchase.PaymentWindow;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.webhook.Notifier;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Everything under {@code /sim}: the buyer's window, the console, the knobs. */
public final class Console {
    private final BuyerApi buyer;
    private final BrowserApi browser;
    private final AdminApi admin;

    /** The parts that the console uses. */
    public record Parts(
            Vertx vertx,
            Accounts accounts,
            Cashier cashier,
            Notifier notifier,
            Faults faults,
            SimulatedClock clock,
            Calls calls) {}

    public Console(Parts parts) {
        PaymentWindow window = new PaymentWindow(parts.vertx(), parts.accounts(), parts.cashier(), parts.faults());
        buyer = new BuyerApi(parts.accounts(), window, parts.calls());
        browser = new BrowserApi(parts.accounts(), window);
        admin = new AdminApi(
                parts.accounts(), parts.cashier(), parts.notifier(), parts.faults(), parts.clock(), parts.calls());
    }

    public void mount(Router router) {
        buyer.mount(router);
        browser.mount(router);
        admin.mount(router);
    }
}
