package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import io.sirenorder.e2e.Stack;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's page on the real stack. */
class OperatorStoriesTest {
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private OperatorPage desk;

    @BeforeEach
    void open() {
        desk = OperatorPage.open(stack.address(), "ko");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_order_is_found_by_each_of_its_ids_with_its_steps_in_both_services() {
        try (Socket till = merchant.till("")) {
            String order = stack.payAtOpenStore(stack.buyer(), merchant).text("checkoutId");
            till.await("order.placed", frame -> true);
            JsonNode payment =
                    stack.operator().get("/payments/" + order).expect(200).body();
            for (String id : List.of(
                    order,
                    payment.path("paymentId").asText(),
                    payment.path("transactionId").asText())) {
                desk.find(id);
                desk.awaitText(".timeline", "placed");
                assertThat(desk.browser.text(".timeline")).contains("store", "payment");
                assertThat(desk.browser.text(".parts")).contains(order);
            }
            assertThat(desk.browser.complaints()).isEmpty();
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
            assertThat(desk.browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_coupon_is_published_once_revoked_and_found_with_its_steps() {
        desk.screen("coupons");
        desk.browser.tap("form .btn-primary");
        assertThat(desk.browser.text("[data-test=code]")).matches("[0-9A-Z-]{8,}");
        desk.browser.tap("table .btn");
        desk.browser.write("#reason", "잘못 발행");
        desk.browser.tap("dialog .btn-danger");
        desk.browser.gone("dialog");
        desk.awaitText("table", "REVOKED");
        desk.browser.tap("table a");
        desk.awaitText(".timeline", "잘못 발행");
        desk.screen("actions");
        desk.browser.choose("#service", "coupon");
        desk.awaitText("table", "revokeCoupon");
        assertThat(desk.browser.complaints()).isEmpty();
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
        assertThat(desk.browser.complaints()).isEmpty();
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
            assertThat(desk.browser.complaints()).isEmpty();
        }
    }
}
