package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Everything that a card shows, changed while the card is on the board: the card follows, and is the same element before and after.
 * The list is that of {@code card()} in {@code till/card.js}.
 */
@QuarkusTest
class TillCardTest {
    private static final String CARD = "[data-order='42']";
    private static final String OTHER = "[data-order='43']";
    private static final String MARK = "document.querySelector(\"[data-order='42']\").dataset.seen = 'before'";

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;
    private JsonObject order;

    @BeforeEach
    void begin() {
        browser = pages.openTill();
        browser.see(".column-new .empty");
    }

    @Test
    void the_orders_own_data() {
        shown(waiting());
        order.put("note", "빨대 빼 주세요")
                .put("pickup", "DINE_IN")
                .put("amountKrw", 13_500)
                .put("lines", new JsonArray().add(Samples.croissant(3)));
        house.become(order, "WAITING", new JsonObject());
        follows("빨대 빼 주세요", "매장", "13,500원", "버터 크루아상");
        assertThat(browser.text(CARD)).doesNotContain("카페 라떼", "포장");
    }

    @Test
    void the_time_until_it_runs_out_by_the_second() {
        shown(waiting());
        String before = browser.text(CARD + " .due");
        browser.until(() -> browser.text(CARD + " .due").equals(before) ? null : true, "it counts down");
        order.put("answerBy", Samples.in(40));
        house.become(order, "WAITING", new JsonObject());
        follows("0:3");
        browser.see(CARD + " .due.urgent");
    }

    @Test
    void the_time_to_answer_of_the_store_when_the_order_names_none() {
        JsonObject without = waiting();
        without.remove("answerBy");
        shown(without);
        long before = deadline();
        house.answerWithin(600);
        browser.until(() -> deadline() == before + 300_000 ? true : null, "it has five minutes more");
        stayed();
    }

    @Test
    void the_minutes_of_its_promise_until_it_is_late() {
        shown(Samples.accepted(waiting(), 66));
        follows("2분 남음");
        follows("1분 남음");
        order.put("readyBy", Samples.in(4));
        house.become(order, "ACCEPTED", new JsonObject());
        browser.see(CARD + ".is-late");
        follows("0분 지남");
    }

    @Test
    void a_command_while_it_is_sent_when_it_is_not_sent_and_when_it_is_sent_again() {
        shown(waiting());
        house.socket.silent(true);
        browser.tap(CARD + " [data-action=accept][data-minutes='8']");
        browser.see(CARD + " [data-sending]");
        assertThat(browser.count(CARD + " [data-action=accept]")).isZero();
        browser.run("const now = Date.now; Date.now = () => now() + 61_000");
        browser.see(CARD + " [data-action=again]");
        stayed();
        browser.see("[data-line=live]");
        browser.tap(CARD + " [data-action=again]");
        browser.see(CARD + " [data-sending]");
        house.socket.silent(false);
        browser.see(".column-making " + CARD);
    }

    @Test
    void the_minutes_of_the_command_that_is_being_sent() {
        shown(waiting());
        house.socket.silent(true);
        browser.tap(CARD + " [data-action=accept][data-minutes='12']");
        assertThat(browser.text(CARD + " [data-sending]")).contains("12");
        house.socket.silent(false);
        browser.see(".column-making " + CARD);
    }

    @Test
    void why_a_command_was_refused_until_the_next_one() {
        shown(waiting());
        house.refuseCommands("지금은 할 수 없습니다.");
        browser.tap(CARD + " [data-action=accept]");
        follows("지금은 할 수 없습니다.");
        browser.see(CARD + " [data-action=accept]");
        house.refuseCommands("아직도 할 수 없습니다.");
        browser.tap(CARD + " [data-action=accept]");
        follows("아직도 할 수 없습니다.");
        house.refuseCommands(null);
        browser.tap(CARD + " [data-action=accept]");
        browser.see(".column-making " + CARD);
        assertThat(browser.count(CARD + " .note-bad")).isZero();
    }

    @Test
    void that_it_was_reminded_of() {
        shown(waiting());
        house.remind(order);
        browser.see(CARD + ".reminded");
        stayed();
    }

    @Test
    void the_names_of_the_menu() {
        shown(waiting());
        follows("핫");
        house.renameOption("caffe-latte", 0, "뜨겁게");
        follows("뜨겁게");
    }

    @Test
    void the_minutes_that_this_till_offers() {
        shown(waiting());
        house.place(Samples.order(43, 4, "TO_GO", null, Samples.latte(1)));
        browser.tap(OTHER + " [data-action=minutes]");
        browser.write("dialog input", "33");
        browser.tap("dialog form .btn-primary");
        browser.see(".column-making " + OTHER);
        browser.see(CARD + " [data-minutes='33']");
        stayed();
    }

    @Test
    void the_price_on_a_screen_at_the_counter_only() {
        shown(Samples.accepted(waiting(), 300));
        follows("5,000원");
        browser.run("localStorage['siren.till.screen'] = '\"kitchen\"'");
        house.place(Samples.accepted(Samples.order(43, 4, "TO_GO", null, Samples.latte(1)), 300));
        browser.see(OTHER);
        assertThat(browser.text(CARD)).doesNotContain("5,000원");
    }

    @Test
    void the_language_of_the_reader() {
        shown(waiting());
        browser.hash("settings");
        browser.tap(".settings section:first-of-type .setting:nth-of-type(6) .btn:nth-of-type(2)");
        browser.hash("board");
        browser.until(() -> browser.text(CARD).contains("Caffe Latte") ? true : null, "it is in English");
        assertThat(browser.text(CARD)).contains("To go", "Refuse");
    }

    @Test
    void the_newest_order_behind_each_of_its_buttons() {
        shown(waiting());
        order.put("lines", new JsonArray().add(Samples.croissant(3)));
        house.become(order, "WAITING", new JsonObject());
        follows("버터 크루아상");
        browser.tap(CARD + " [data-action=refuse]");
        browser.tap("dialog input[value=SOLD_OUT]");
        assertThat(browser.text("dialog")).contains("버터 크루아상").doesNotContain("카페 라떼");
    }

    private static JsonObject waiting() {
        return Samples.order(42, 5, "TO_GO", "얼음 적게", Samples.latte(1));
    }

    private void shown(JsonObject placed) {
        order = house.place(placed);
        browser.see(CARD);
        browser.run(MARK);
    }

    /** The card comes to show these texts, and no other card was put in its place. */
    private void follows(String... texts) {
        for (String text : texts) {
            browser.until(() -> browser.text(CARD).contains(text) ? true : null, "the card shows " + text);
        }
        stayed();
    }

    private void stayed() {
        assertThat(browser.count(CARD + "[data-seen=before]"))
                .as("the same card")
                .isEqualTo(1);
    }

    private long deadline() {
        return Long.parseLong(String.valueOf(
                browser.run("return document.querySelector(arguments[0]).dataset.until", CARD + " [data-until]")));
    }
}
