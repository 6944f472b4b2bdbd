package io.sirenorder.simulator.console;

import io.sirenorder.simulator.browser.BrowserApi;
import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.Payments;
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
            Account account,
            Payments payments,
            Cashier cashier,
            Notifier notifier,
            Faults faults,
            SimulatedClock clock,
            Calls calls) {}

    public Console(Parts parts) {
        PaymentWindow window =
                new PaymentWindow(parts.vertx(), parts.account(), parts.payments(), parts.cashier(), parts.faults());
        buyer = new BuyerApi(parts.account(), window, parts.calls());
        browser = new BrowserApi(parts.account(), window);
        admin = new AdminApi(
                parts.payments(), parts.cashier(), parts.notifier(), parts.faults(), parts.clock(), parts.calls());
    }

    public void mount(Router router) {
        buyer.mount(router);
        browser.mount(router);
        admin.mount(router);
    }
}
