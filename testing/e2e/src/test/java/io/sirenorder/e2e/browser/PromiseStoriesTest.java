package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises to a buyer: shown before paying, kept after it, and told anew when the store needs longer. */
@PlaysTogether
class PromiseStoriesTest {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Seoul"));
    private static final int BUSY = 20;

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private TillPage till;
    private ShopPage shop;

    @BeforeEach
    void open() {
        till = TillPage.open(stack.address(), merchant, "ko");
        Eventually.is(() -> stack.isOpen(merchant), true);
        shop = ShopPage.open(stack.address(), "ko").signIn("promise-" + System.nanoTime() + "@example.com", "서연");
    }

    @AfterEach
    void close() {
        till.close();
        shop.close();
    }

    @Test
    void the_window_shown_before_paying_stays_on_the_order_while_the_store_says_when() {
        shop.fill(merchant.storeId(), "americano");
        assertThat(shop.browser.text(".promise"))
                .containsPattern("\\d\\d:\\d\\d~\\d\\d:\\d\\d")
                .contains("분");
        JsonNode order = merchant.order(shop.payAndSeeOrder());
        String promise = shop.browser.text("[data-test=promise]");
        assertThat(promise).contains(clock(order, "promisedFrom") + "~" + clock(order, "promisedUntil"));

        till.accept();
        shop.awaitStep(3);
        String readyBy = clock(merchant.order(shop.orderId()), "readyBy");
        awaitText(".order-head [role=status]", readyBy);
        till.browser.tap("article.order-ACCEPTED [data-action=more]");
        till.browser.tap("dialog [data-action=delay]");
        till.browser.tap("dialog [data-minutes='10']");
        Eventually.is(() -> clock(merchant.order(shop.orderId()), "readyBy").equals(readyBy), false);
        String later = clock(merchant.order(shop.orderId()), "readyBy");
        awaitText(".toast", "늦어지고");
        assertThat(shop.browser.text(".toast")).contains(later);
        awaitText(".order-head [role=status]", later);
        assertThat(shop.browser.text("[data-test=promise]")).isEqualTo(promise);
        assertQuiet();
    }

    @Test
    void a_price_that_changes_before_the_tap_is_told_and_paid_by_the_next_one() {
        shop.fill(merchant.storeId(), "americano");
        awaitText("[data-test=pay]", "4,500원");
        merchant.api()
                .put("/stores/" + merchant.storeId() + "/menu/americano/price", Map.of("priceKrw", 4_700))
                .expect(204);
        shop.browser.tap("[data-test=pay]:enabled");
        awaitText("[data-test=amount]", "4,700원");
        awaitText(".basket-line .note-warn", "4,700원");
        assertThat(merchant.balance()).isZero();
        JsonNode order = merchant.order(shop.payAndSeeOrder());
        assertThat(order.path("amountKrw").asLong()).isEqualTo(4_700);
        assertQuiet();
    }

    @Test
    void a_busy_hour_at_the_till_lengthens_what_the_next_buyer_is_promised() {
        shop.fill(merchant.storeId(), "americano");
        long usual = promisedMinutes();
        till.browser.tap("[data-action=opening]");
        till.browser.tap("[data-busy='" + BUSY + "']");
        Eventually.is(() -> quotedMinutes() >= usual + BUSY, true);
        shop.browser.reload();
        shop.browser.see(".promise");
        assertThat(promisedMinutes()).isGreaterThanOrEqualTo(usual + BUSY);
        assertQuiet();
    }

    @Test
    void a_cup_that_was_picked_up_is_a_stamp_and_points_and_six_stamps_become_a_coupon() {
        shop.browser.hash("me");
        shop.browser.see(".stamps[data-stamps='0']");
        shop.fill(merchant.storeId(), "americano").payAndSeeOrder();
        till.browser.see("article.order-WAITING");
        till.accept();
        shop.awaitStep(3);
        till.finish();
        shop.awaitStep(4);
        till.handOver();
        shop.browser.hash("me");
        shop.browser.until(
                () -> {
                    shop.browser.reload();
                    return shop.browser.see(".stamps[data-stamps='1']");
                },
                "a stamp");
        assertThat(shop.browser.text("main")).containsPattern("[1-9][0-9]*원");
        giveStamps(5);
        shop.browser.reload();
        shop.browser.tap("[data-test=exchange]:enabled");
        shop.browser.see(".stamps[data-stamps='0']");
        shop.browser.hash("coupons");
        shop.browser.see("a[href^='#coupons/']");
        assertThat(shop.browser.count("a[href^='#coupons/']")).isOne();
        assertQuiet();
    }

    /** Adds stamps to those of this store's one buyer, as more orders would have earned them. */
    private void giveStamps(int more) {
        String buyer = stack.operator()
                .get("/payments?storeId=" + merchant.storeId())
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("buyer")
                .asText();
        stack.databases()
                .run(
                        "coupon",
                        "UPDATE loyalty_accounts SET stamps = stamps + %d, entries = entries + 1 WHERE recipient = '%s'"
                                .formatted(more, buyer));
        stack.databases()
                .run(
                        "coupon",
                        ("INSERT INTO loyalty_entries (recipient, number, kind, points, stamps, points_after, stamps_after, reference, at)"
                                        + " SELECT recipient, entries, 'EARN', 0, %d, points, stamps, gen_random_uuid()::text, now()"
                                        + " FROM loyalty_accounts WHERE recipient = '%s'")
                                .formatted(more, buyer));
    }

    private void awaitText(String css, String text) {
        shop.browser.until(() -> shop.browser.text(css).contains(text) ? true : null, css + " says " + text);
    }

    private long promisedMinutes() {
        return Long.parseLong(shop.browser.text(".promise span").replaceAll(".*?(\\d+)분.*", "$1"));
    }

    private long quotedMinutes() {
        Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
        return stack.api()
                .post("/quotes", Map.of("storeId", merchant.storeId(), "pickup", "TO_GO", "lines", List.of(line)))
                .body()
                .path("promise")
                .path("minutes")
                .asLong();
    }

    private static String clock(JsonNode order, String name) {
        return CLOCK.format(Instant.parse(order.path(name).asText()));
    }

    private void assertQuiet() {
        assertThat(shop.browser.complaints()).isEmpty();
        assertThat(till.browser.complaints()).isEmpty();
    }
}
