package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's page on the real stack. */
@PlaysTogether
class OperatorStoriesTest {
    /** Answers of the services as they are while a consumer has stopped, and while Redis is away. */
    private static final String HALTED = """
            const ask = window.fetch;
            const stopped = {
              '/vitals/store': told => told.consumers[0] = { ...told.consumers[0], consumer: 'payment', halted: 'unknown event' },
              '/vitals/gateway': told => Object.assign(told, { subscriptionUp: false, subscriptionDownSeconds: 12 }),
            };
            window.fetch = async (address, options) => {
              const answer = await ask(address, options);
              if (!stopped[address] || !answer.ok) return answer;
              const told = await answer.json();
              stopped[address](told);
              return new Response(JSON.stringify(told), { headers: { 'Content-Type': 'application/json' } });
            };
            """;

    private static final int BUSY = 503;
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final String REFUSAL = "F113";

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private OperatorPage desk;

    @BeforeEach
    void open() {
        desk = OperatorPage.open(stack.address(), "ko");
    }

    @AfterEach
    void close() {
        stack.portone().comeBack();
        desk.closeWithoutComplaints();
    }

    @Test
    void an_order_is_found_by_each_of_its_ids_with_its_steps_in_three_services() {
        try (Socket till = merchant.till("")) {
            String order = stack.payAtOpenStore(stack.buyer(), merchant).text("checkoutId");
            till.await("order.placed", frame -> true);
            merchant.accept(order, 5).expect(200);
            Eventually.is(() -> entriesOf(order).path(0).path("kind").asText(), "SALE", Stack.PATIENCE);
            JsonNode payment =
                    stack.operator().get("/payments/" + order).expect(200).body();
            for (String id : List.of(
                    order,
                    payment.path("paymentId").asText(),
                    payment.path("transactionId").asText())) {
                desk.find(id);
                desk.awaitText(".timeline", "placed");
                desk.awaitText(".timeline", "SALE");
                assertThat(desk.browser.text(".timeline")).contains("store", "payment", "merchant");
                assertThat(desk.browser.text(".parts")).contains(order, merchant.walletId());
            }
            Screens.check(desk.browser, "operator-record");
        }
    }

    @Test
    void an_order_is_found_by_its_number_store_and_day() {
        try (Socket till = merchant.till("")) {
            String order = stack.payAtOpenStore(stack.buyer(), merchant).text("checkoutId");
            till.await("order.placed", frame -> true);
            desk.browser.write(
                    "[data-test=find]", merchant.order(order).path("number").asText());
            desk.browser.write("#storeId", merchant.storeId());
            desk.browser.pick("#day", LocalDate.now(KOREA).toString());
            desk.browser.tap("form .btn-primary");
            desk.browser.tap("td a[href='#record/" + order + "']");
            desk.awaitText(".timeline", "placed");
        }
    }

    @Test
    void a_refund_that_was_given_up_is_tried_again() {
        String order = refundThatWasGivenUp();
        desk.find(order);
        assertThat(desk.browser.text(".refund")).contains(REFUSAL);
        stack.portone().comeBack();
        desk.browser.tap("[data-test=retry]");
        desk.browser.see("dialog");
        Screens.check(desk.browser, "operator-refund-retry");
        desk.browser.tap("dialog .btn-primary");
        stack.awaitFullRefund(order);
        Eventually.is(() -> refundOf(order).path("status").asText(), "DONE", Stack.PATIENCE);
        desk.find(order);
        desk.browser.gone("[data-test=retry]");
    }

    @Test
    void a_refund_that_was_given_up_is_settled_by_hand_from_the_list() {
        String order = refundThatWasGivenUp();
        desk.screen("hand");
        desk.browser.tap("li[data-checkout='" + order + "'] [data-test=settle]");
        desk.browser.write("#note", "계좌로 이체함");
        Screens.check(desk.browser, "operator-refund-settlement");
        desk.browser.tap("dialog .btn-primary");
        Eventually.is(() -> refundOf(order).path("status").asText(), "SETTLED");
        assertThat(refundOf(order).path("note").asText()).isEqualTo("계좌로 이체함");
        assertThat(stack.portone().refunded(order)).isZero();
        desk.browser.gone("li[data-checkout='" + order + "']");
    }

    @Test
    void a_parked_stream_is_replayed_and_the_order_reaches_its_till() {
        try (Socket till = merchant.till("")) {
            spoilTicketNumbers();
            String order = stack.payAtOpenStore(stack.buyer(), merchant).text("checkoutId");
            Eventually.is(() -> letterOf(order).path("state").asText("-"), "RETRYING", Stack.PATIENCE);
            stack.databases()
                    .run("store", "UPDATE dead_letters SET tries = 99, next_try_at = now() WHERE " + isAbout(order));
            Eventually.is(() -> letterOf(order).path("state").asText("-"), "PARKED", Stack.PATIENCE);
            desk.screen("hand");
            desk.browser.see("[data-letter$='" + order + "']");
            Screens.check(desk.browser, "operator-parked");
            stack.databases().run("store", "DELETE FROM tickets WHERE store_id = '" + merchant.storeId() + "'");
            desk.browser.tap("[data-letter$='" + order + "']");
            assertThat(desk.browser.text("dialog")).contains(order);
            desk.browser.tap("dialog [data-first]");
            till.await(
                    "order.placed", frame -> frame.d().path("orderId").asText().equals(order));
            desk.browser.gone("[data-letter$='" + order + "']");
        }
    }

    @Test
    void a_program_that_does_not_do_all_of_its_work_is_not_ready_and_says_why() {
        desk.browser.run(HALTED);
        desk.screen("health");
        desk.awaitText("[data-program=payment] .pill-ok", "정상");
        desk.awaitText("[data-program=store] .pill-warn", "준비 안 됨");
        assertThat(desk.browser.text("[data-program=store] .note-warn")).contains("payment", "unknown event");
        desk.awaitText("[data-program=gateway] .pill-warn", "준비 안 됨");
        assertThat(desk.browser.text("[data-program=gateway] .note-warn")).contains("Redis", "12");
    }

    @Test
    void a_coupon_is_published_once_revoked_and_found_with_its_steps() {
        desk.screen("coupons");
        desk.browser.tap("form .btn-primary");
        assertThat(desk.browser.text("[data-test=code]")).matches("[0-9A-Z-]{8,}");
        Screens.check(desk.browser, "operator-coupon-published");
        String row = "[data-coupon='" + desk.browser.text("[data-test=code] ~ .facts a") + "']";
        desk.browser.tap(row + " .btn");
        desk.browser.write("#reason", "잘못 발행");
        desk.browser.tap("dialog .btn-danger");
        desk.browser.gone("dialog");
        desk.awaitText(row, "REVOKED");
        desk.browser.tap(row + " a");
        desk.awaitText(".timeline", "잘못 발행");
        desk.screen("actions");
        desk.browser.choose("#service", "coupon");
        desk.awaitText("table", "revokeCoupon");
    }

    @Test
    void a_store_that_is_closed_for_good_says_why() {
        desk.screen("stores");
        desk.browser.write("#q", merchant.merchantId());
        desk.browser.tap("form .btn");
        String row = "[data-merchant='" + merchant.merchantId() + "']";
        desk.browser.tap(row + " [data-act=closure]");
        desk.browser.write("#why", "계약 종료");
        desk.browser.tap("dialog .btn-danger");
        desk.awaitText(row, "계약 종료");
        desk.browser.gone(row + " [data-act=closure]");
        stack.api().get("/stores/" + merchant.storeId()).expect(404);
    }

    @Test
    void the_settlement_of_a_day_shows_each_store_that_was_paid() {
        try (Socket till = merchant.till("")) {
            stack.payAtOpenStore(stack.buyer(), merchant);
            till.await("order.placed", frame -> true);
            String today = LocalDate.now(KOREA).toString();
            desk.screen("settlement");
            desk.browser.pick("#settled-day", today);
            desk.awaitText("[data-day='" + today + "']", merchant.storeId());
            Screens.check(desk.browser, "operator-settlement-with-stores");
        }
    }

    /** A cancelled order whose payment PortOne would not pay back, as if it had refused five times before. */
    private String refundThatWasGivenUp() {
        try (Socket till = merchant.till("")) {
            Buyer buyer = stack.buyer();
            Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
            String order = checkout.text("checkoutId");
            stack.portone().refuseRefunds(order);
            stack.portone().pay(checkout).expect(200);
            till.await("order.placed", frame -> true);
            buyer.cancel(order).expect(200);
            Eventually.is(() -> refundOf(order).path("refusals").asInt() > 0, true, Stack.PATIENCE);
            stack.databases()
                    .run(
                            "payment",
                            "UPDATE refunds SET refusals = 5, next_try_at = now() WHERE checkout_id = '" + order + "'");
            Eventually.is(() -> refundOf(order).path("status").asText(), "MANUAL", Stack.PATIENCE);
            return order;
        }
    }

    private JsonNode refundOf(String order) {
        return stack.operator()
                .get("/payments/" + order)
                .expect(200)
                .body()
                .path("refunds")
                .path(0);
    }

    private JsonNode entriesOf(String order) {
        return stack.operator()
                .get("/wallets/entries?orderId=" + order)
                .expect(200)
                .body()
                .path("items");
    }

    /** The store's next order gets a number that its table refuses. */
    private void spoilTicketNumbers() {
        stack.databases()
                .run(
                        "store",
                        "INSERT INTO tickets (store_id, business_day, number) VALUES ('%s', '%s', -9)"
                                .formatted(merchant.storeId(), LocalDate.now(KOREA)));
    }

    /** Missing while there is none, and while the service is too busy to say. */
    private JsonNode letterOf(String order) {
        Answer answer = stack.operator().get("/dead-letters/store?limit=100");
        JsonNode letters =
                (answer.status() == BUSY ? answer : answer.expect(200)).body().path("items");
        return StreamSupport.stream(letters.spliterator(), false)
                .filter(letter -> letter.path("stream").asText().contains(order))
                .findFirst()
                .orElse(letters.path(-1));
    }

    private static String isAbout(String order) {
        return "stream LIKE '%" + order + "'";
    }
}
