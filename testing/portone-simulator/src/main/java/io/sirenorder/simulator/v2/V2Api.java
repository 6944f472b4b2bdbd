package io.sirenorder.simulator.v2;

import static io.sirenorder.simulator.fault.Fault.OUTSTANDING;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.PreRegistration;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.Call;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.web.Parameters;
import io.sirenorder.simulator.webhook.Notifier;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The endpoints of V2 that payment-service and the reconciler call. */
public final class V2Api {
    private static final int MAX_TRIES_OF_A_WEBHOOK = 20;

    private final Accounts accounts;
    private final Cashier cashier;
    private final Notifier notifier;
    private final SimulatedClock clock;
    private final Calls calls;
    private final IdempotencyKeys keys;
    private final V2Dialect dialect = new V2Dialect();
    private final V2Cancels cancels;

    /** The parts that the API uses. */
    public record Parts(
            Vertx vertx, Accounts accounts, Cashier cashier, Notifier notifier, SimulatedClock clock, Calls calls) {}

    public V2Api(Parts parts) {
        accounts = parts.accounts();
        cashier = parts.cashier();
        notifier = parts.notifier();
        clock = parts.clock();
        calls = parts.calls();
        keys = new IdempotencyKeys(clock);
        cancels = new V2Cancels(parts.vertx(), cashier, calls, dialect);
    }

    public void mount(Router router) {
        router.get("/payments").handler(context -> read(context, "v2.search", this::find));
        router.get("/payments/:id")
                .handler(context -> read(context, "v2.get", (account, query) -> get(account, context)));
        router.get("/payments/:id/transactions")
                .handler(context ->
                        read(context, "v2.transactions", (account, query) -> transactions(account, context)));
        router.post("/payments/:id/cancel")
                .handler(context -> write(
                        context,
                        "v2.cancel",
                        (account, call, parameters) ->
                                cancels.cancel(call, current(account, call.paymentId()), parameters)));
        router.post("/payments/:id/pre-register")
                .handler(context -> write(context, "v2.pre-register", this::preRegister));
        router.post("/payments/:id/confirm").handler(context -> write(context, "v2.confirm", this::confirm));
        router.post("/payments/:id/resend-webhook")
                .handler(context -> write(context, "v2.resend-webhook", this::resend));
    }

    private interface Reading {
        JsonObject of(Account account, JsonObject query);
    }

    private interface Writing {
        Answer of(Account account, Call call, Parameters parameters);
    }

    private void read(RoutingContext context, String place, Reading reading) {
        Call call = new Call(context, place, paymentId(context));
        calls.serve(call, dialect, () -> {
            JsonObject query = query(context);
            return Answer.ok(reading.of(account(context, storeId(query)), query));
        });
    }

    private void write(RoutingContext context, String place, Writing writing) {
        Call call = new Call(context, place, paymentId(context));
        Optional<String> key = Optional.ofNullable(context.request().getHeader("idempotency-key"));
        String request = context.request().getHeader("authorization")
                + context.request().path()
                + context.body().asString();
        Supplier<Answer> action = () -> {
            Parameters parameters = Parameters.ofBody(context);
            Account account = account(
                    context, parameters.text("storeId").orElse(context.request().getParam("storeId")));
            return calls.strike(OUTSTANDING, call)
                    .map(hit -> outstanding())
                    .orElseGet(() -> writing.of(account, call, parameters));
        };
        calls.serve(call, dialect, act -> keys.guard(key, request, act), action);
    }

    private static Answer outstanding() {
        Answer answer = IdempotencyKeys.outstanding().answer();
        return new Answer(answer.status(), answer.contentType(), answer.body(), false);
    }

    /** The body of a GET, which travels in the query. */
    private static JsonObject query(RoutingContext context) {
        String body = context.request().getParam("requestBody");
        JsonObject query =
                body == null ? new JsonObject() : Parameters.parse(body).values();
        String storeId = context.request().getParam("storeId");
        return storeId == null ? query : query.put("storeId", storeId);
    }

    /** The store that a reading asks for: beside the body or, in a list, in its filter. */
    private static String storeId(JsonObject query) {
        Object filter = query.getValue("filter");
        String listed = filter instanceof JsonObject fields ? fields.getString("storeId") : null;
        return query.getString("storeId", listed);
    }

    /** The account that the secret belongs to; among stores with the same secret, the named one or else the first. */
    private Account account(RoutingContext context, String storeId) {
        String given = String.valueOf(context.request().getHeader("authorization"));
        List<Account> own = accounts.matching(each -> given.equals("PortOne " + each.v2ApiSecret()));
        if (own.isEmpty()) {
            throw new V2Problem(401, "UNAUTHORIZED", "no valid credentials");
        }
        return own.stream()
                .filter(each -> storeId == null || storeId.equals(each.storeId()))
                .findFirst()
                .orElseThrow(() -> new V2Problem(403, "FORBIDDEN", "not your store"));
    }

    private static String paymentId(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("id")).orElse("");
    }

    private JsonObject find(Account account, JsonObject query) {
        try {
            V2Search search = new V2Search(accounts.payments(account), notifier, new V2Json(account));
            return search.find(query, clock.instant());
        } catch (ClassCastException wrongType) {
            throw V2Problem.invalid("requestBody has a field of a wrong type");
        }
    }

    private JsonObject get(Account account, RoutingContext context) {
        Attempt attempt = current(account, paymentId(context));
        return new V2Json(account).payment(attempt, notifier.history(attempt));
    }

    private Attempt current(Account account, String paymentId) {
        return accounts.payments(account)
                .current(paymentId)
                .filter(attempt -> attempt.purchase().version() == ApiVersion.V2)
                .orElseThrow(V2Problem::notFound);
    }

    private JsonObject transactions(Account account, RoutingContext context) {
        current(account, paymentId(context));
        JsonArray items = new JsonArray();
        V2Json json = new V2Json(account);
        accounts.payments(account)
                .attempts(paymentId(context))
                .forEach(attempt -> items.add(json.payment(attempt, List.of())));
        return new JsonObject().put("items", items);
    }

    private Answer preRegister(Account account, Call call, Parameters parameters) {
        long amount = parameters.number("totalAmount").orElse(0L);
        if (amount < 0) {
            throw V2Problem.invalid("totalAmount must not be negative");
        }
        String currency = parameters.text("currency").orElse("KRW");
        cashier.preRegister(new PreRegistration(ApiVersion.V2, account.storeId(), call.paymentId(), amount, currency));
        return Answer.ok(new JsonObject());
    }

    /** Takes the money of a window that was left for the merchant's server to confirm; everything named must agree. */
    private Answer confirm(Account account, Call call, Parameters parameters) {
        Attempt attempt = current(account, call.paymentId());
        if (attempt.status().wasPaid()) {
            throw new Refusal(Refusal.Why.ALREADY_PAID);
        }
        if (!attempt.paymentToken().equals(parameters.requiredText("paymentToken"))) {
            throw new V2Problem(400, "INVALID_PAYMENT_TOKEN", "not the token of this payment");
        }
        if (!agrees(attempt.purchase(), parameters)) {
            throw new V2Problem(409, "INFORMATION_MISMATCH", "amount, currency or channel differs");
        }
        cashier.pay(attempt, !parameters.flag("skipWebhook"));
        return Answer.ok(new JsonObject()
                .put("pgTxId", "tviva" + attempt.transactionId())
                .put("paidAt", attempt.paidAt().toString()));
    }

    private static boolean agrees(Purchase purchase, Parameters parameters) {
        return parameters
                        .number("totalAmount")
                        .map(amount -> amount == purchase.amount())
                        .orElse(true)
                && parameters.text("currency").map(purchase.currency()::equals).orElse(true)
                && (!parameters.values().containsKey("isTest") || parameters.flag("isTest") == purchase.test());
    }

    private Answer resend(Account account, Call call, Parameters parameters) {
        List<Webhook> history = notifier.history(current(account, call.paymentId()));
        Webhook webhook = parameters
                .text("webhookId")
                .map(id -> history.stream().filter(w -> w.id().equals(id)).findFirst())
                .orElseGet(() -> history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1)))
                .orElseThrow(() -> new V2Problem(404, "WEBHOOK_NOT_FOUND", "no such webhook"));
        if (webhook.tries() >= MAX_TRIES_OF_A_WEBHOOK) {
            throw new V2Problem(400, "MAX_WEBHOOK_RETRY_COUNT_REACHED", "tried too often");
        }
        notifier.resend(webhook);
        return Answer.ok(new JsonObject().put("webhook", V2WebhookJson.of(webhook)));
    }
}
