package io.sirenorder.simulator.console;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.purchase.PaymentWindow;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.BadParameter;
import io.sirenorder.simulator.web.Call;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.web.Parameters;
import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;

/** {@code POST /sim/pay}: stands for the PortOne client SDK on the buyer's phone. */
final class BuyerApi {
    private static final long HIGHEST_AMOUNT = 1_000_000_000_000L;

    private final Accounts accounts;
    private final PaymentWindow window;
    private final Calls calls;
    private final ConsoleDialect dialect = new ConsoleDialect();

    BuyerApi(Accounts accounts, PaymentWindow window, Calls calls) {
        this.accounts = accounts;
        this.window = window;
        this.calls = calls;
    }

    void mount(Router router) {
        router.post("/pay").handler(this::pay);
    }

    private void pay(RoutingContext context) {
        Call call = new Call(context, "sim.pay", "");
        calls.serve(call, dialect, act -> () -> paid(context), () -> Answer.empty(500));
    }

    private Future<Answer> paid(RoutingContext context) {
        Parameters parameters = Parameters.ofBody(context);
        PaymentWindow.Outcome outcome =
                choice(PaymentWindow.Outcome.class, parameters, "outcome", PaymentWindow.Outcome.PAID);
        Attempt attempt = window.open(purchase(parameters));
        return window.finish(attempt, outcome).map(sentBack -> Answer.ok(sentBack(attempt, outcome)));
    }

    private static JsonObject sentBack(Attempt attempt, PaymentWindow.Outcome outcome) {
        JsonObject result = ConsoleJson.result(attempt);
        return outcome == PaymentWindow.Outcome.TO_CONFIRM
                ? result.put("paymentToken", attempt.paymentToken())
                : result;
    }

    private Purchase purchase(Parameters parameters) {
        long amount = parameters.requiredNumber("amount");
        if (amount < 1 || amount > HIGHEST_AMOUNT) {
            throw new BadParameter("amount is from 1 to " + HIGHEST_AMOUNT);
        }
        Account account = account(parameters);
        return new Purchase(
                choice(ApiVersion.class, parameters, "version", ApiVersion.V2),
                account.storeId(),
                parameters.requiredText("paymentId"),
                account.storeId(),
                parameters.text("orderName").orElse("아메리카노 외 1건"),
                amount,
                currency(parameters),
                customData(parameters),
                parameters.text("method").orElse("card"),
                "TEST".equals(parameters.text("channel").orElse("LIVE")),
                parameters.text("customerId").orElse(null),
                parameters.text("buyerEmail").orElse(null),
                parameters.text("noticeUrl").orElse(null));
    }

    private Account account(Parameters parameters) {
        return parameters
                .text("storeId")
                .map(name -> accounts.named(name).orElseThrow(() -> new BadParameter("storeId is of no account")))
                .orElse(accounts.first());
    }

    /** The browser SDK says CURRENCY_KRW where everything else says KRW. */
    private static String currency(Parameters parameters) {
        return parameters.text("currency").orElse("KRW").replace("CURRENCY_", "");
    }

    /** Taken as any JSON, kept and given back as its text. */
    private static String customData(Parameters parameters) {
        Object value = parameters.values().getValue("customData");
        return value == null || value instanceof String ? (String) value : Json.encode(value);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Parameters parameters, String name, E otherwise) {
        Optional<String> word = parameters.text(name);
        return word.isEmpty()
                ? otherwise
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(word.get()))
                        .findFirst()
                        .orElseThrow(() ->
                                new BadParameter(name + " is one of " + Arrays.toString(type.getEnumConstants())));
    }
}
