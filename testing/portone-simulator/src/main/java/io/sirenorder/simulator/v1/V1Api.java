package io.sirenorder.simulator.v1;

import static io.sirenorder.simulator.fault.Fault.PG_ERROR;

import io.sirenorder.simulator.fault.Strike;
import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.CancelRequest;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.PreRegistration;
import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.Call;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.web.Parameters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The endpoints of V1 that payment-service and the reconciler call. */
public final class V1Api {
    private static final int LONGEST_MERCHANT_UID = 40;

    private final Accounts accounts;
    private final Cashier cashier;
    private final Calls calls;
    private final V1Tokens tokens;
    private final V1Dialect dialect = new V1Dialect();

    public V1Api(Accounts accounts, Cashier cashier, SimulatedClock clock, Calls calls) {
        this.accounts = accounts;
        this.cashier = cashier;
        this.calls = calls;
        this.tokens = new V1Tokens(accounts, clock);
    }

    public void mount(Router router) {
        router.post("/users/getToken").handler(this::token);
        router.post("/payments/cancel").handler(context -> write(context, "v1.cancel", this::cancel));
        router.post("/payments/prepare").handler(context -> write(context, "v1.prepare", this::prepare));
        router.put("/payments/prepare").handler(context -> write(context, "v1.prepare", this::changePrepared));
        router.get("/payments/prepare/:merchantUid").handler(context -> read(context, "v1.prepare", this::prepared));
        router.get("/payments/find/:merchantUid").handler(context -> read(context, "v1.find", this::find));
        router.get("/payments/find/:merchantUid/:status").handler(context -> read(context, "v1.find", this::find));
        router.get("/payments/findAll/:merchantUid").handler(context -> read(context, "v1.find", this::findAll));
        router.get("/payments/findAll/:merchantUid/:status")
                .handler(context -> read(context, "v1.find", this::findAll));
        router.get("/payments/status/:status").handler(context -> read(context, "v1.list", this::list));
        router.get("/payments/:impUid").handler(context -> read(context, "v1.get", this::get));
    }

    private void token(RoutingContext context) {
        calls.serve(new Call(context, "v1.token", ""), dialect, () -> {
            Parameters parameters = Parameters.ofBody(context);
            return V1Json.ok(tokens.get(parameters.requiredText("imp_key"), parameters.requiredText("imp_secret")));
        });
    }

    private interface Reading {
        JsonObject of(Account account, RoutingContext context);
    }

    private interface Writing {
        Answer of(Account account, Call call, Parameters parameters);
    }

    private void read(RoutingContext context, String place, Reading reading) {
        Call call = new Call(context, place, paymentIdInPath(context));
        calls.serve(call, dialect, () -> {
            return V1Json.ok(reading.of(account(context), context));
        });
    }

    private void write(RoutingContext context, String place, Writing writing) {
        Parameters parameters;
        try {
            parameters = Parameters.ofBody(context);
        } catch (RuntimeException unreadable) {
            calls.serve(new Call(context, place, ""), dialect, () -> dialect.of(unreadable));
            return;
        }
        Call call = new Call(context, place, paymentIdIn(parameters));
        calls.serve(call, dialect, () -> writing.of(account(context), call, parameters));
    }

    private Account account(RoutingContext context) {
        return tokens.account(
                context.request().getHeader("authorization"), context.request().getHeader("tier"));
    }

    private V1Finder finder(Account account) {
        return new V1Finder(accounts.payments(account));
    }

    private String paymentIdInPath(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("impUid"))
                .map(this::merchantUidOf)
                .or(() -> Optional.ofNullable(context.pathParam("merchantUid")))
                .orElse("");
    }

    private String paymentIdIn(Parameters parameters) {
        Object impUid = parameters.values().getValue("imp_uid");
        Object merchantUid = parameters.values().getValue("merchant_uid");
        return impUid instanceof String uid ? merchantUidOf(uid) : String.valueOf(merchantUid);
    }

    private String merchantUidOf(String impUid) {
        return accounts.transaction(impUid).map(Attempt::paymentId).orElse(impUid);
    }

    /** A payment of a test channel answers like an unknown one unless it is asked for. */
    private JsonObject get(Account account, RoutingContext context) {
        boolean sandboxToo = "true".equals(V1Finder.parameter(context, "include_sandbox", "false"));
        return finder(account)
                .byImpUid(context.pathParam("impUid"))
                .filter(attempt -> sandboxToo || !attempt.purchase().test())
                .map(V1Json::payment)
                .orElseThrow(V1Problem::notFound);
    }

    private JsonObject find(Account account, RoutingContext context) {
        String sorting = V1Finder.parameter(context, "sorting", "-started");
        return finder(account)
                .byMerchantUid(context.pathParam("merchantUid"), status(context), sorting)
                .map(V1Json::payment)
                .orElseThrow(V1Problem::notFound);
    }

    private JsonObject findAll(Account account, RoutingContext context) {
        return finder(account).allByMerchantUid(context.pathParam("merchantUid"), status(context), context);
    }

    private JsonObject list(Account account, RoutingContext context) {
        return finder(account).byStatus(status(context), context);
    }

    private static String status(RoutingContext context) {
        String status = context.pathParam("status");
        if (status != null && !V1Finder.isKnownStatus(status)) {
            throw V1Problem.badRequest("status: " + status);
        }
        return status;
    }

    private Answer prepare(Account account, Call call, Parameters parameters) {
        PreRegistration registration = registration(account, parameters);
        if (accounts.payments(account).preRegistration(registration.paymentId()).isPresent()) {
            throw new Refusal(Refusal.Why.ALREADY_REGISTERED);
        }
        cashier.preRegister(registration);
        return V1Json.ok(json(registration));
    }

    private Answer changePrepared(Account account, Call call, Parameters parameters) {
        PreRegistration registration = registration(account, parameters);
        known(account, registration.paymentId());
        cashier.preRegister(registration);
        return V1Json.ok(json(registration));
    }

    private JsonObject prepared(Account account, RoutingContext context) {
        return json(known(account, context.pathParam("merchantUid")));
    }

    private PreRegistration known(Account account, String merchantUid) {
        return accounts.payments(account)
                .preRegistration(merchantUid)
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_REGISTERED));
    }

    private static PreRegistration registration(Account account, Parameters parameters) {
        String merchantUid = parameters.requiredText("merchant_uid");
        long amount = parameters.requiredNumber("amount");
        if (merchantUid.length() > LONGEST_MERCHANT_UID || amount < 0) {
            throw V1Problem.badRequest("merchant_uid is at most 40 characters, amount is not negative");
        }
        return new PreRegistration(
                ApiVersion.V1,
                account.storeId(),
                merchantUid,
                amount,
                parameters.text("currency").orElse("KRW"));
    }

    private static JsonObject json(PreRegistration registration) {
        return new JsonObject().put("merchant_uid", registration.paymentId()).put("amount", registration.amount());
    }

    /** An amount of 0 means all, as does none; a cancel by API is told only when asked for. */
    private Answer cancel(Account account, Call call, Parameters parameters) {
        Attempt attempt = toCancel(account, parameters);
        Optional<Strike> refused = calls.strike(PG_ERROR, call);
        if (refused.isPresent()) {
            return dialect.providerError(
                    refused.get().text("code", "F113"), refused.get().text("message", "일시적 오류"));
        }
        cashier.cancel(
                attempt,
                new CancelRequest(
                        parameters
                                .number("amount")
                                .filter(amount -> amount != 0)
                                .orElse(null),
                        parameters.number("tax_free").orElse(null),
                        parameters.number("vat_amount").orElse(null),
                        parameters.number("checksum").orElse(null),
                        parameters.text("reason").orElse(""),
                        "API",
                        parameters.flag("enable_webhook")));
        return V1Json.ok(V1Json.payment(attempt));
    }

    private Attempt toCancel(Account account, Parameters parameters) {
        Optional<String> impUid = parameters.text("imp_uid");
        Optional<String> merchantUid = parameters.text("merchant_uid");
        if (impUid.isEmpty() && merchantUid.isEmpty()) {
            throw V1Problem.badRequest("imp_uid 또는 merchant_uid 는 필수입니다.");
        }
        return impUid.map(finder(account)::byImpUid)
                .orElseGet(() -> accounts.payments(account)
                        .current(merchantUid.get())
                        .filter(attempt -> attempt.purchase().version() == ApiVersion.V1))
                .orElseThrow(() -> new Refusal(Refusal.Why.PAYMENT_NOT_FOUND));
    }
}
