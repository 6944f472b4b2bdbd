package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysAlone;
import io.sirenorder.e2e.Stack;
import io.sirenorder.e2e.TwinStack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of the gateway are restarted one after the other, as a release does, under an open till and two open shops. */
@PlaysAlone
class GatewayReleaseTest {
    private static final String GATEWAY = "notification-gateway";
    private static final String ITEM = "americano";

    /**
     * Notes in each page: codes of closed sockets, what was said of new orders, tones, and each time that the page shows a line that
     * is not there or none where there is one.
     */
    private static final String WATCH = """
            window.noted = {closes: [], line: null, lies: [], said: [], tones: 0};
            window.WebSocket = class extends WebSocket {
              constructor(...all) {
                super(...all);
                this.addEventListener('message', ({ data }) => { if (JSON.parse(data).t === 'session.welcome') noted.line = this; });
                this.addEventListener('close', ({ code }) => {
                  noted.closes.push(code);
                  if (noted.line === this) noted.line = null;
                });
              }
            };
            const create = AudioContext.prototype.createOscillator;
            AudioContext.prototype.createOscillator = function () { noted.tones++; return create.call(this); };
            const has = (node, css) => node.matches(css) || node.querySelector(css);
            new MutationObserver(changes => changes.forEach(({ addedNodes, target }) => {
              if (target.nodeType === 3 && target.data.includes('새 주문')) noted.said.push(target.data.trim());
              [...addedNodes].filter(one => one.nodeType === 1).forEach(one => {
                if (!noted.line && has(one, '[data-line=live]')) noted.lies.push('connected without a line');
                if (noted.line && has(one, '[data-line=waiting], .banner, .line-note')) noted.lies.push('offline with a line');
              });
            })).observe(document, {childList: true, subtree: true, characterData: true});
            """;

    private static TwinStack twins;

    private final Stack stack = twins.stack();
    private final Merchant merchant = stack.merchant();

    @BeforeAll
    static void start() {
        twins = TwinStack.start(GATEWAY);
    }

    @AfterAll
    static void stop() {
        twins.close();
    }

    @Test
    void pages_move_to_the_other_instance_and_each_order_is_shown_rung_and_accepted_once() {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage waiting = shop("지우");
                ShopPage paying = shop("민지")) {
            watch(till);
            watch(waiting);
            Eventually.is(() -> stack.isOpen(merchant), true);
            String first = waiting.fill(merchant.storeId(), ITEM).payAndSeeOrder();
            till.awaitWaiting(waiting.number());
            paying.fill(merchant.storeId(), ITEM).toWindow();
            Answer second = stack.checkOutAtOpenStore(buyer, merchant);

            CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> stack.restart(GATEWAY));
            Eventually.is(() -> noted(till.browser, "closes").isEmpty(), false, Stack.PATIENCE);
            till.accept();
            stack.portone().pay(second).expect(200);
            paying.leaveWindow("pay");
            paying.browser.see("[data-test=number]");
            restart.orTimeout(Stack.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

            Eventually.is(() -> till.browser.count("article.order-WAITING"), 2, Stack.PATIENCE);
            till.awaitCard("order-ACCEPTED", waiting.number());
            waiting.awaitStep(3);
            paying.awaitStep(2);
            till.accept();
            till.browser.until(
                    () -> till.browser.count("article.order-ACCEPTED") == 2 ? true : null, "two are accepted");
            till.accept();
            till.browser.until(
                    () -> till.browser.count("article.order-ACCEPTED") == 3 ? true : null, "all are accepted");
            paying.awaitStep(3);
            assertThat(till.browser.count("article.order")).isEqualTo(3);
            List.of(first, second.text("checkoutId"), paying.orderId()).forEach(this::wasAcceptedOnce);
            isQuietAndTrue(till, waiting);
            socketsAre(1, 2);
        }
    }

    /** Loads a page anew under watch. */
    private static void watch(TillPage till) {
        till.browser.prepare(WATCH);
        till.browser.reload();
        till.browser.tap("[data-action=start]");
        till.browser.see("[data-line=live]");
    }

    private static void watch(ShopPage shop) {
        shop.browser.prepare(WATCH);
        shop.browser.reload();
        shop.browser.see("nav.tabbar");
    }

    /** Asserts that the server told the pages to move, that they showed it as it was, said each order once and ring no more. */
    private static void isQuietAndTrue(TillPage till, ShopPage shop) {
        Object tones = till.browser.run("return noted.tones");
        assertThat(till.browser.asynchronously("setTimeout(arguments[0], 4500, [])"))
                .isEmpty();
        assertThat(till.browser.run("return noted.tones")).isEqualTo(tones);
        assertThat(noted(till.browser, "said")).doesNotHaveDuplicates();
        for (Browser browser : List.of(till.browser, shop.browser)) {
            assertThat(noted(browser, "closes")).isNotEmpty().containsOnly("4000");
            assertThat(noted(browser, "lies")).isEmpty();
            assertThat(browser.count(".banner, .line-note, [data-line=waiting]"))
                    .isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static List<String> noted(Browser browser, String what) {
        return browser.asynchronously("arguments[0](noted.%s.map(String))".formatted(what));
    }

    private void wasAcceptedOnce(String order) {
        assertThat(merchant.order(order).path("timeline"))
                .filteredOn(step -> step.path("step").asText().equals("accepted"))
                .as(order)
                .hasSize(1);
    }

    /** No instance counts a page that has moved on. */
    private void socketsAre(int tills, int buyers) {
        String token = stack.api().post("/dev/operators", Map.of()).expect(201).text("accessToken");
        List<Api> instances = stack.parts().addresses(GATEWAY).stream()
                .map(address -> Api.at(address).as(token))
                .toList();
        assertThat(instances).isNotEmpty();
        Eventually.is(() -> sum(instances, "merchantSockets"), tills);
        Eventually.is(() -> sum(instances, "buyerSockets"), buyers);
    }

    private static int sum(List<Api> instances, String name) {
        return instances.stream()
                .mapToInt(one ->
                        one.get("/vitals/gateway").expect(200).body().path(name).asInt())
                .sum();
    }

    private ShopPage shop(String nickname) {
        return ShopPage.open(stack.address(), "ko").signIn("release-" + System.nanoTime() + "@example.com", nickname);
    }
}
