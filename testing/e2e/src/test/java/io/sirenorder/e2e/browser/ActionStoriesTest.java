package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of actions on the operator's page, with the values before and after each of them. */
@PlaysTogether
class ActionStoriesTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private OperatorPage desk;

    @BeforeEach
    void open() {
        desk = OperatorPage.open(stack.address(), "ko");
    }

    @AfterEach
    void close() {
        desk.closeWithoutComplaints();
    }

    @Test
    void a_suspension_by_an_operator_shows_the_standing_before_and_after() {
        desk.screen("stores");
        desk.browser.write("#q", merchant.merchantId());
        desk.browser.tap("form .btn");
        String row = "[data-merchant='" + merchant.merchantId() + "']";
        desk.browser.tap(row + " [data-act=suspension]");
        desk.browser.write("#why", "위생 점검");
        desk.browser.tap("dialog .btn-danger");
        desk.awaitText(row, "위생 점검");

        look("merchant", "what", "suspendStore");
        String values = valuesOf("suspendStore");
        assertThat(values)
                .containsSubsequence("before", "standing", "ACTIVE", "after", "위생 점검", "standing", "SUSPENDED");
        Screens.check(desk.browser, "operator-action-values");
    }

    @Test
    void a_kitchen_that_its_merchant_changed_twice_shows_each_change_at_its_own_request() {
        setPrepMinutes(7);
        setPrepMinutes(9);
        look("store", "by", "merchant:" + merchant.merchantId());
        desk.browser.see("tbody tr:nth-of-type(2)");
        assertThat(valuesOf("putKitchen"))
                .containsSubsequence("before", "prepMinutes", "7", "after", "prepMinutes", "9");
    }

    private void setPrepMinutes(int minutes) {
        merchant.api()
                .put("/stores/" + merchant.storeId() + "/kitchen", Map.of("prepMinutes", minutes))
                .expect(200);
    }

    private void look(String service, String field, String value) {
        desk.screen("actions");
        desk.browser.choose("#service", service);
        desk.browser.write("#" + field, value);
        desk.browser.tap("form .btn-primary");
    }

    /** Opens the values of the newest row about this merchant, and waits until they are there. */
    private String valuesOf(String what) {
        String id = what.equals("putKitchen") ? merchant.storeId() : merchant.merchantId();
        String row = "tr:has(a[href='#stores/" + id + "'])";
        desk.awaitText(row, what);
        desk.browser.tap(row + " [data-test=changed] summary");
        desk.browser.see(row + " [data-test=changed] h2");
        return desk.browser.text(row + " [data-test=changed]");
    }
}
