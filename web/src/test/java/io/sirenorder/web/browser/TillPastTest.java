package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Past orders on the till while others end: the list and the dialog of an order follow what is heard. */
@QuarkusTest
class TillPastTest {
    private static final String NUMBERS =
            "return [...document.querySelectorAll('.past-row')].map(one => one.dataset.order).join(' ')";

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;

    @BeforeEach
    void begin() {
        house.place(Samples.ended(Samples.order(40, 30, "TO_GO", null, Samples.latte(1)), "FINISHED", null));
        browser = pages.openTill();
    }

    @Test
    void an_order_that_ends_while_the_list_is_shown_is_added_in_its_place() {
        JsonObject waiting = house.place(Samples.order(42, 1, "TO_GO", null, Samples.latte(1)));
        JsonObject earlier = house.place(Samples.order(39, 60, "TO_GO", null, Samples.latte(1)));
        browser.hash("past");
        lists("40");
        house.become(waiting, "REFUSED", new JsonObject().put("reason", "SOLD_OUT"));
        lists("42 40");
        house.become(earlier, "CANCELLED", new JsonObject());
        lists("42 40 39");
        assertThat(browser.text("[data-order='42']")).contains("거절", "품절");
    }

    @Test
    void a_refund_that_is_made_meanwhile_is_shown_in_the_list_and_in_the_dialog() {
        JsonObject refused =
                house.place(Samples.ended(Samples.order(41, 10, "TO_GO", null, Samples.latte(1)), "REFUSED", "SOLD_OUT")
                        .put("refund", "due"));
        browser.hash("past");
        browser.tap(".past-row[data-order='41']");
        contains("dialog .facts", "환불 진행 중");
        refused.getJsonArray("timeline").add(refunded());
        house.become(refused.put("refund", "done"), "REFUSED", new JsonObject());
        contains("dialog .facts", "환불 완료");
        assertThat(browser.text("dialog .steps")).contains("환불 완료");
        browser.tap("dialog .btn-icon");
        contains(".past-row[data-order='41']", "환불 완료");
        lists("41 40");
    }

    @Test
    void a_search_by_number_hears_of_no_other_order() {
        JsonObject waiting = house.place(Samples.order(42, 1, "TO_GO", null, Samples.latte(1)));
        browser.hash("past");
        lists("40");
        browser.write("#past-number", "40");
        browser.tap("[role=search] .btn");
        browser.until(() -> house.requests("number=40").isEmpty() ? null : true, "it is searched for");
        house.become(waiting, "CANCELLED", new JsonObject());
        browser.see(".toast");
        lists("40");
    }

    @ParameterizedTest
    @CsvSource({"past, .past-row", "day, .figure-main"})
    void another_merchant_finds_nothing_of_the_earlier_one(String screen, String shown) {
        browser.hash(screen);
        browser.see(shown);
        house.endSession();
        house.socket.close(4500);
        browser.write("#merchant", FakeHouse.OTHER);
        browser.write("#password", FakeHouse.PASSWORD);
        browser.run("""
                window.seen = 0;
                new MutationObserver(() => window.seen += document.querySelectorAll('.past-row').length)
                  .observe(document.body, {childList: true, subtree: true});""");
        browser.tap(".signin .btn-primary");
        browser.see("[data-line=live]");
        String of = screen.equals("day") ? "/wallets/" : "/stores/" + FakeHouse.OTHER + "/orders?status=FINISHED%2C";
        int asked = screen.equals("day") ? 2 : 1;
        browser.until(() -> house.requests(of).size() >= asked ? true : null, "its own are asked for");
        browser.see(screen.equals("day") ? ".figure-main" : ".empty");
        assertThat(browser.run("return window.seen")).isEqualTo(0L);
    }

    private static JsonObject refunded() {
        return new JsonObject()
                .put("step", "refund-done")
                .put("actor", "payment")
                .put("reason", null)
                .put("at", Samples.in(0));
    }

    private void lists(String numbers) {
        browser.until(() -> numbers.equals(browser.run(NUMBERS)) ? true : null, "the list is " + numbers);
    }

    private void contains(String css, String words) {
        browser.until(() -> browser.text(css).contains(words) ? true : null, words);
    }
}
