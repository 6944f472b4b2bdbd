package io.sirenorder.simulator.console;

import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.CancelRequest;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.Call;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.web.Parameters;
import io.sirenorder.simulator.webhook.Notifier;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The merchant's console at PortOne, and the simulator's own knobs. */
final class AdminApi {
    private final Accounts accounts;
    private final Cashier cashier;
    private final Notifier notifier;
    private final Faults faults;
    private final SimulatedClock clock;
    private final Calls calls;
    private final ConsoleDialect dialect = new ConsoleDialect();

    AdminApi(Accounts accounts, Cashier cashier, Notifier notifier, Faults faults, SimulatedClock clock, Calls calls) {
        this.accounts = accounts;
        this.cashier = cashier;
        this.notifier = notifier;
        this.faults = faults;
        this.clock = clock;
        this.calls = calls;
    }

    void mount(Router router) {
        on(router.get("/health"), context -> new JsonObject().put("status", "UP"));
        on(router.get("/ledger"), context -> ConsoleJson.ledger(accounts.all()));
        on(router.get("/payments/:id"), context -> view(attempt(context)));
        change(router, "/payments/:id/cancel", this::cancel);
        change(router, "/payments/:id/deposit", (attempt, parameters) -> cashier.pay(attempt));
        change(router, "/payments/:id/approve", (attempt, parameters) -> cashier.pay(attempt));
        change(router, "/payments/:id/fail", (attempt, parameters) -> cashier.fail(attempt, "승인 거절"));
        change(
                router,
                "/payments/:id/dispute",
                (attempt, parameters) -> cashier.dispute(attempt, parameters.flag("resolved")));
        change(router, "/payments/:id/resend-webhook", this::resend);
        on(router.get("/faults"), context -> faults.toJson());
        on(router.put("/faults"), this::setFaults);
        on(router.delete("/faults"), this::resetFaults);
        on(router.get("/webhooks"), context -> webhookSettings());
        on(router.put("/webhooks"), this::setWebhooks);
        on(router.put("/clock"), this::setClock);
    }

    private void on(Route route, Function<RoutingContext, JsonObject> answer) {
        route.handler(context ->
                calls.serve(new Call(context, "sim.admin", ""), dialect, () -> Answer.ok(answer.apply(context))));
    }

    private void change(Router router, String path, BiConsumer<Attempt, Parameters> change) {
        on(router.post(path), context -> {
            Attempt attempt = attempt(context);
            change.accept(attempt, Parameters.ofBody(context));
            return view(attempt);
        });
    }

    private Attempt attempt(RoutingContext context) {
        return accounts.anyOf(context.pathParam("id"));
    }

    private JsonObject view(Attempt attempt) {
        List<Attempt> attempts = accounts.payments(attempt.purchase().account()).attempts(attempt.paymentId());
        return ConsoleJson.payment(attempt, attempts, notifier.history(attempt));
    }

    /** In the console, by PortOne's staff or by a chargeback: the shop is only told by webhook. */
    private void cancel(Attempt attempt, Parameters parameters) {
        String reason = parameters.text("reason").orElse("관리자페이지취소");
        String trigger = parameters.text("trigger").orElse("CONSOLE");
        Long amount = parameters.number("amount").orElse(null);
        cashier.cancel(attempt, new CancelRequest(amount, null, null, null, reason, trigger, true));
    }

    private void resend(Attempt attempt, Parameters parameters) {
        List<Webhook> history = notifier.history(attempt);
        Optional<String> id = parameters.text("webhookId");
        Webhook webhook = history.stream()
                .filter(sent -> id.isEmpty() || sent.id().equals(id.get()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(Refusal.Why.PAYMENT_NOT_FOUND));
        notifier.resend(webhook);
    }

    private JsonObject setFaults(RoutingContext context) {
        faults.set(Parameters.ofBody(context).values());
        return faults.toJson();
    }

    private JsonObject resetFaults(RoutingContext context) {
        faults.reset();
        return faults.toJson();
    }

    private JsonObject setWebhooks(RoutingContext context) {
        notifier.change(SettingsJson.changed(
                notifier.settings(), Parameters.ofBody(context).values()));
        return webhookSettings();
    }

    private JsonObject webhookSettings() {
        return SettingsJson.of(notifier.settings());
    }

    private JsonObject setClock(RoutingContext context) {
        clock.offset(Duration.ofSeconds(Parameters.ofBody(context).requiredNumber("offsetSeconds")));
        return new JsonObject()
                .put("now", clock.instant())
                .put("offsetSeconds", clock.offset().toSeconds());
    }
}
