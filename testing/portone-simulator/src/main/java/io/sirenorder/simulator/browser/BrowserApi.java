package io.sirenorder.simulator.browser;

import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.purchase.PaymentWindow;
import io.sirenorder.simulator.purchase.PaymentWindow.Outcome;
import io.sirenorder.simulator.web.BadParameter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves the browser SDKs and the payment window; the window sends the buyer back to the shop with the outcome. */
public final class BrowserApi {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Accounts accounts;
    private final PaymentWindow window;
    private final WindowPage page = new WindowPage();

    public BrowserApi(Accounts accounts, PaymentWindow window) {
        this.accounts = accounts;
        this.window = window;
    }

    public void mount(Router router) {
        file(router, "/browser-sdk.js", "text/javascript");
        file(router, "/iamport.js", "text/javascript");
        file(router, "/window.css", "text/css");
        router.get("/window").handler(context -> guarded(context, () -> show(context)));
        router.post("/window").handler(context -> guarded(context, () -> act(context)));
    }

    private static void file(Router router, String path, String type) {
        String text = WindowPage.resource(path.substring(1));
        router.get(path)
                .handler(context -> plain(context)
                        .putHeader("content-type", type + ";charset=UTF-8")
                        .putHeader("cross-origin-resource-policy", "cross-origin")
                        .end(text));
    }

    private void guarded(RoutingContext context, Runnable handler) {
        try {
            handler.run();
        } catch (BadParameter bad) {
            plain(context)
                    .setStatusCode(400)
                    .putHeader("content-type", "text/plain;charset=UTF-8")
                    .end(page.word("ko", "broken") + "\n" + page.word("en", "broken") + "\n" + bad.getMessage());
        }
    }

    private void show(RoutingContext context) {
        WindowRequest request = WindowRequest.read(context.request().getParam("request"));
        String language = language(context, request);
        plain(context)
                .putHeader("content-type", "text/html;charset=UTF-8")
                .putHeader("content-language", language)
                .putHeader("content-security-policy", policy(request))
                .end(page.html(request, language));
    }

    /** Chromium holds the redirect after a form to form-action too, so the shop's origin stands in it. */
    private static String policy(WindowRequest request) {
        String authority = request.redirect().getRawAuthority();
        return POLICY + "; form-action 'self' " + request.redirect().getScheme() + "://" + authority;
    }

    private void act(RoutingContext context) {
        WindowRequest request = WindowRequest.read(context.request().getFormAttribute("request"));
        String act = String.valueOf(context.request().getFormAttribute("act"));
        String language = language(context, request);
        switch (act) {
            case "pay" ->
                pay(context, request, request.isVirtualAccount() ? Outcome.VIRTUAL_ACCOUNT_ISSUED : Outcome.PAID);
            case "fail" -> pay(context, request, Outcome.FAILED);
            case "cancel" ->
                back(context, WayBack.failed(request, "PAY_PROCESS_CANCELED", page.word(language, "cancelled")));
            default -> throw new BadParameter("act is pay, fail or cancel");
        }
    }

    private void pay(RoutingContext context, WindowRequest request, Outcome outcome) {
        Attempt attempt;
        try {
            attempt = window.open(request.purchase(accounts));
        } catch (Refusal refusal) {
            back(context, WayBack.failed(request, refusal.why().name(), "PortOne: " + refusal.why()));
            return;
        }
        Future<Void> left = window.finish(attempt, outcome);
        left.onSuccess(done -> back(context, result(context, request, attempt))).onFailure(context::fail);
    }

    private WayBack result(RoutingContext context, WindowRequest request, Attempt attempt) {
        return attempt.status() == PaymentStatus.FAILED
                ? WayBack.failed(request, "FAILURE_TYPE_PG", page.word(language(context, request), "failed"))
                : WayBack.paid(request, attempt.transactionId());
    }

    private static void back(RoutingContext context, WayBack way) {
        plain(context).setStatusCode(303).putHeader("location", way.address()).end();
    }

    private static String language(RoutingContext context, WindowRequest request) {
        return WindowPage.language(request, context.request().getHeader("accept-language"));
    }

    private static HttpServerResponse plain(RoutingContext context) {
        return context.response()
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cache-control", "no-store");
    }
}
