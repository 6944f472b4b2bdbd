package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
class TillStoriesTest {
    private static final String COUNT_NOTES = """
            const make = AudioContext.prototype.createOscillator;
            window.notes = 0;
            AudioContext.prototype.createOscillator = function () { window.notes++; window.sounding = this; return make.call(this); };
            """;
    /** Notes each number of an order that is shown from now on, however shortly. */
    private static final String KEEP_SIGHTS = """
            window.sights = [];
            new MutationObserver(() => document.querySelectorAll('[data-order]').forEach(one => window.sights.push(one.dataset.order)))
              .observe(document.body, {childList: true, subtree: true, attributes: true});
            """;

    private static final String UNSEEN = """
            Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => arguments[0] ?? 'hidden'});
            document.dispatchEvent(new Event('visibilitychange'));
            """;

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;

    @BeforeEach
    void begin() {
        browser = pages.openTill();
        browser.see(".column-new .empty");
        browser.run(COUNT_NOTES);
    }

    @Test
    void a_paid_order_appears_rings_and_is_acknowledged() {
        house.place(Samples.order(42, 5, "TO_GO", "얼음 적게", Samples.latte(2)));
        assertThat(browser.text("[data-order='42']")).contains("42", "포장", "카페 라떼", "그란데", "얼음 적게", "10,000원");
        until(() -> notes() > 0, "it rings");
        until(() -> acknowledged(house.socket.position()), "it is acknowledged");
    }

    @Test
    void another_merchant_on_an_open_till_sees_nothing_of_the_earlier_one() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        until(
                () -> String.valueOf(browser.run("return localStorage['siren.till.board']"))
                        .contains("\"42\""),
                "the board is kept");
        house.endSession();
        house.socket.close(4500);
        browser.write("#merchant", FakeHouse.OTHER);
        browser.write("#password", FakeHouse.PASSWORD);
        browser.run(KEEP_SIGHTS);
        browser.tap(".signin .btn-primary");
        browser.see("[data-line=live]");
        browser.see(".column-new .empty");
        assertThat(browser.run("return window.sights")).isEqualTo(List.of());
        assertThat(house.requests("/stores/" + FakeHouse.OTHER + "/orders")).isNotEmpty();
    }

    @Test
    void it_rings_until_answered_and_no_longer() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        until(() -> notes() >= 4, "it rings again");
        browser.tap("[data-order='42'] [data-action=accept]");
        browser.see(".column-making [data-order='42']");
        long then = notes();
        assertThat(browser.asynchronously("setTimeout(arguments[0], 4500, [])")).isEmpty();
        assertThat(notes()).isEqualTo(then);
    }

    @Test
    void a_till_that_was_silenced_asks_for_a_tap_and_rings_after_it() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        until(() -> notes() > 0, "it rings");
        browser.asynchronously("const done = arguments[0]; sounding.suspend().then(() => done([]))");
        browser.tap("[data-sound=off]");
        browser.see("[data-sound=on]");
        long then = notes();
        until(() -> notes() > then, "it rings again");
    }

    @Test
    void accepting_with_minutes_is_one_command_and_moves_the_card() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.tap("[data-order='42'] [data-action=accept][data-minutes='8']");
        assertThat(browser.text(".column-making [data-order='42']")).contains("8분 남음");
        assertThat(house.socket.heard("order.accept"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.getJsonObject("d").getInteger("minutes"))
                        .isEqualTo(8));
        browser.gone(".column-new .order");
    }

    @Test
    void other_minutes_are_remembered_among_the_three() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.tap("[data-order='42'] [data-action=minutes]");
        browser.write("dialog input", "33");
        browser.tap("dialog form .btn-primary");
        browser.see(".column-making [data-order='42']");
        house.place(Samples.order(43, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='43'] [data-minutes='33']");
        assertThat(browser.count("[data-order='43'] [data-action=accept]")).isEqualTo(3);
    }

    @Test
    void refusing_as_sold_out_says_why_and_strikes_the_item_out() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1), Samples.croissant(1)));
        browser.tap("[data-order='42'] [data-action=refuse]");
        browser.tap("dialog input[value=SOLD_OUT]");
        browser.see("dialog [type=checkbox]");
        browser.run(
                "[...document.querySelectorAll('dialog [type=checkbox]')].find(one => one.parentElement.textContent.includes('크루아상')).click()");
        browser.tap("[data-action=send-refusal]");
        browser.gone("[data-order='42']");
        assertThat(house.socket.heard("order.refuse"))
                .singleElement()
                .satisfies(frame ->
                        assertThat(frame.getJsonObject("d").getString("reason")).isEqualTo("SOLD_OUT"));
        until(() -> !house.requests("/menu/croissant/availability").isEmpty(), "the item is struck out");
        assertThat(house.requests("/availability"))
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .contains("croissant", "\"available\":false", "\"until\":\"", ":00:00.000Z"));
    }

    @Test
    void another_reason_needs_words() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.tap("[data-order='42'] [data-action=refuse]");
        browser.tap("dialog input[value=OTHER]");
        browser.tap("[data-action=send-refusal]");
        browser.see("dialog [aria-invalid=true]");
        assertThat(house.socket.heard("order.refuse")).isEmpty();
    }

    @Test
    void finishing_can_be_undone_for_five_seconds() {
        JsonObject first = house.place(Samples.accepted(Samples.order(38, 60, "TO_GO", null, Samples.latte(1)), 300));
        house.place(Samples.accepted(Samples.order(39, 50, "TO_GO", null, Samples.latte(1)), 300));
        browser.tap("[data-order='38'] [data-action=finish]");
        browser.gone("[data-order='38']");
        browser.tap("[data-action=undo]");
        browser.see("[data-order='38']");
        browser.tap("[data-order='39'] [data-action=finish]");
        browser.gone("[data-order='39']");
        until(() -> !house.socket.heard("order.finish").isEmpty(), "it is sent after a while");
        assertThat(house.socket.heard("order.finish"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.getJsonObject("d").getString("orderId"))
                        .isNotEqualTo(first.getString("orderId")));
    }

    @Test
    void what_another_till_decided_is_said() {
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.becomeUnheard(order, "REFUSED");
        browser.tap("[data-order='42'] [data-action=accept]");
        assertThat(browser.text(".toast")).contains("42", "이미 처리", "거절");
        browser.gone("[data-order='42']");
    }

    @Test
    void a_cancelled_order_goes_with_a_word() {
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.become(order, "CANCELLED", new JsonObject());
        browser.gone("[data-order='42']");
        assertThat(browser.text(".toast")).contains("42번 고객 취소");
    }

    @Test
    void the_line_is_cut_and_missed_orders_are_resumed() {
        house.trouble(503);
        house.socket.close(1012);
        browser.see("[data-line=waiting]");
        house.place(Samples.order(44, 1, "TO_GO", null, Samples.latte(1)));
        house.trouble(0);
        browser.see("[data-order='44']");
        until(() -> acknowledged(house.socket.position()), "it is acknowledged after all");
        assertThat(house.requests("status=WAITING")).hasSize(1);
    }

    @Test
    void what_cannot_be_resumed_is_loaded_anew() {
        JsonObject gone = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.trouble(503);
        house.socket.close(1012);
        browser.see("[data-line=waiting]");
        house.becomeUnheard(gone, "CANCELLED");
        house.place(Samples.order(45, 1, "TO_GO", null, Samples.latte(1)));
        house.resumable(false);
        house.trouble(0);
        browser.see("[data-order='45']");
        browser.gone("[data-order='42']");
    }

    @Test
    void an_accept_without_a_line_is_sent_once_it_is_back() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.trouble(503);
        house.socket.close(1012);
        browser.see("[data-line=waiting]");
        browser.tap("[data-order='42'] [data-action=accept]");
        browser.see("[data-order='42'] [data-sending]");
        house.trouble(0);
        browser.see(".column-making [data-order='42']");
        assertThat(house.socket.heard("order.accept")).hasSize(1);
    }

    @Test
    void a_reload_without_a_line_shows_the_last_board() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        browser.until(
                () -> browser.run("return localStorage['siren.till.board']?.includes('42') ? true : null"),
                "it is kept");
        browser.until(
                () -> browser.run("return navigator.serviceWorker.controller ? true : null"), "the worker is there");
        house.goDark();
        browser.go("/till/");
        assertThat(browser.text("[data-order='42']")).contains("카페 라떼");
        assertThat(browser.text(".banner")).contains("이 기기가 알고 있던 주문");
        assertThat(browser.count("[data-order='42'] button")).isZero();
    }

    @Test
    void an_unseen_and_unheard_till_does_not_acknowledge() {
        browser.hash("settings");
        browser.tap(".setting:nth-of-type(2) .btn:first-child");
        browser.see("[data-sound=off]");
        browser.hash("board");
        browser.run(UNSEEN);
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.until(
                () -> browser.run("return document.querySelector(\"[data-order='42']\") ? true : null"),
                "it is in the book");
        assertThat(house.socket.heard("ack")).isEmpty();
        browser.run(UNSEEN, "visible");
        until(() -> acknowledged(house.socket.position()), "it is acknowledged when seen");
    }

    @Test
    void two_unheard_orders_close_the_store_and_say_so() {
        house.closeUnacknowledged();
        assertThat(browser.text(".closed-screen")).contains("2건");
        browser.tap("[data-action=reopen]");
        browser.gone(".closed-screen");
        assertThat(house.socket.heard("store.open")).hasSize(1);
    }

    @Test
    void a_pause_ends_by_itself_and_says_when() {
        browser.tap("[data-action=opening]");
        browser.tap("[data-opening='30']");
        until(() -> !house.requests("/pause").isEmpty(), "paused");
        until(() -> browser.text("[data-action=opening]").contains("까지 쉬는 중"), "it says until when");
        browser.tap("[data-action=opening]");
        browser.tap("[data-opening=open]");
        until(() -> browser.text("[data-action=opening]").contains("영업 중"), "open again");
    }

    @Test
    void a_ready_order_waits_for_its_buyer_and_is_handed_over() {
        house.place(Samples.accepted(Samples.order(38, 60, "TO_GO", null, Samples.latte(1)), 300));
        browser.tap("[data-order='38'] [data-action=finish]");
        assertThat(browser.text(".ready [data-order='38']")).contains("카페 라떼 1", "완료");
        browser.tap(".ready [data-order='38'] [data-action=collect]");
        browser.gone(".ready");
        assertThat(house.socket.heard("order.collect")).hasSize(1);
    }

    @Test
    void a_store_that_asks_for_codes_hands_over_for_the_right_one_only() {
        house.askForCodes();
        browser.go("/till/");
        browser.tap("[data-action=start]");
        browser.see("[data-line=live]");
        JsonObject order = house.place(Samples.accepted(Samples.order(38, 60, "TO_GO", null, Samples.latte(1)), 300));
        browser.see("[data-order='38']");
        house.become(order, "FINISHED", new JsonObject());
        browser.tap(".ready [data-action=collect]");
        browser.write("#code", "1234");
        browser.tap("dialog form .btn-primary");
        assertThat(browser.text(".ready [data-order='38'] .note-bad")).contains("픽업 번호가 맞지 않습니다");
        browser.tap(".ready [data-action=collect]");
        browser.write("#code", FakeHouse.PICKUP_CODE);
        browser.tap("dialog form .btn-primary");
        browser.gone(".ready");
    }

    @Test
    void an_order_that_was_not_fetched_is_marked_and_shown_again_after_a_reload() {
        JsonObject order = house.place(Samples.accepted(Samples.order(38, 60, "TO_GO", null, Samples.latte(1)), 300));
        browser.see("[data-order='38']");
        house.become(order, "FINISHED", new JsonObject());
        browser.see(".ready [data-order='38']");
        house.become(order.put("collection", "UNCLAIMED"), "FINISHED", new JsonObject());
        assertThat(browser.text(".ready [data-order='38'] .unclaimed")).isEqualTo("미수령");
        browser.go("/till/");
        browser.tap("[data-action=start]");
        browser.see(".ready [data-order='38'] .unclaimed");
    }

    @Test
    void an_order_that_runs_late_gets_a_new_time_in_one_command() {
        house.place(Samples.accepted(Samples.order(38, 60, "TO_GO", null, Samples.latte(1)), 60));
        browser.tap("[data-order='38'] [data-action=more]");
        browser.tap("dialog [data-action=delay]");
        browser.tap("dialog [data-minutes='10']");
        until(() -> browser.text("[data-order='38'] .due").contains("11분 남음"), "the new time is shown");
        assertThat(house.socket.heard("order.delay"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.getJsonObject("d").getInteger("minutes"))
                        .isEqualTo(10));
    }

    @Test
    void a_busy_hour_says_its_minutes_and_ends_by_a_tap() {
        browser.tap("[data-action=opening]");
        browser.tap("[data-busy='10']");
        until(() -> browser.text("[data-action=opening]").contains("+10분"), "busy");
        assertThat(house.socket.heard("store.busy"))
                .singleElement()
                .satisfies(frame ->
                        assertThat(frame.getJsonObject("d").getString("until")).isNotBlank());
        browser.tap("[data-action=opening]");
        browser.tap("[data-busy='0']");
        until(() -> browser.text("[data-action=opening]").contains("영업 중"), "as usual");
        until(() -> !browser.text("[data-action=opening]").contains("+10분"), "no longer busy");
    }

    @Test
    void a_busy_time_ends_when_the_merchant_says() {
        browser.tap("[data-action=opening]");
        browser.tap("[data-busy-for='120']");
        browser.see("[data-busy-for='120'][aria-pressed=true]");
        browser.tap("[data-busy='20']");
        until(() -> !house.socket.heard("store.busy").isEmpty(), "it is told");
        JsonObject told = house.socket.heard("store.busy").get(0).getJsonObject("d");
        assertThat(Instant.parse(told.getString("until")))
                .isBetween(Instant.now().plusSeconds(6_900), Instant.now().plusSeconds(7_260));
    }

    @Test
    void a_session_that_has_ended_says_so_and_the_board_is_back_after_signing_in() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.trouble(401);
        browser.tap("[data-action=opening]");
        browser.tap("[data-opening='30']");
        assertThat(browser.text("#signin-error")).contains("로그인이 만료");
        house.trouble(0);
        browser.write("#password", FakeHouse.PASSWORD);
        browser.tap(".signin .btn-primary");
        browser.see("[data-order='42']");
        browser.see("[data-line=live]");
    }

    @Test
    void a_message_covers_no_card_and_no_button_of_one() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        JsonObject cancelled = house.place(Samples.order(43, 4, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='43']");
        house.become(cancelled, "CANCELLED", new JsonObject());
        browser.see(".toast");
        assertThat(browser.run("""
                const toast = document.querySelector('.toast').getBoundingClientRect();
                return [...document.querySelectorAll('.column-new, .column-making')].map(one => one.getBoundingClientRect())
                  .every(one => one.right <= toast.left || one.left >= toast.right);""")).isEqualTo(true);
    }

    @Test
    void a_note_of_markup_stays_text() {
        String markup = "<img src=x onerror=alert(1)>";
        house.place(Samples.order(42, 5, "TO_GO", markup, Samples.latte(1)));
        assertThat(browser.text("[data-order='42'] .order-note")).contains(markup);
        assertThat(browser.count("[data-order='42'] img")).isZero();
    }

    @Test
    void hostile_texts_stay_text_and_do_not_widen_the_board() {
        List<String> hostile = List.of(
                "<img src=x onerror=alert(1)>${1+1}{{2}}",
                "👩‍👩‍👧‍👦🧋🏳️‍🌈", "\u202Eعربي abc", "가".repeat(5_000), "W".repeat(5_000));
        for (int i = 0; i < hostile.size(); i++) {
            JsonObject line = Samples.line("item-" + i, hostile.get(i), 1, 5_000, Map.of());
            house.place(Samples.order(50 + i, 5, "TO_GO", hostile.get(i), line));
            String card = "[data-order='%d'] ".formatted(50 + i);
            browser.see(card);
            assertThat(contentOf(card + ".order-note")).isEqualTo("“" + hostile.get(i) + "”");
            assertThat(contentOf(card + ".line-name")).asString().startsWith(hostile.get(i));
        }
        assertThat(browser.count("[data-order] img")).isZero();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void the_ticket_is_one_page_of_80_mm() {
        browser.run("window.print = () => {}");
        house.place(
                Samples.accepted(Samples.order(38, 60, "TO_GO", "얼음 적게", Samples.latte(1), Samples.croissant(2)), 300));
        browser.tap("[data-order='38'] [data-action=more]");
        browser.tap("dialog [data-action=print]");
        browser.gone("dialog");
        String pdf = browser.printed();
        assertThat(pdf).containsPattern("/Type\\s*/Pages[^>]*/Count 1\\b|/Count 1\\b[^>]*/Type\\s*/Pages");
        Matcher box = Pattern.compile("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)]").matcher(pdf);
        assertThat(box.find()).isTrue();
        assertThat(millimetres(box.group(1))).isBetween(79.0, 81.0);
        assertThat(millimetres(box.group(2))).isBetween(40.0, 120.0);
    }

    @Test
    void signing_out_leaves_nothing_but_the_name_of_the_store() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.until(() -> browser.run("return localStorage['siren.till.board'] ? true : null"), "it is kept");
        browser.hash("settings");
        browser.tap("[data-action=sign-out]");
        browser.tap("dialog .btn-danger");
        browser.see("#password");
        assertThat(browser.run("return Object.keys(localStorage).filter(key => key.startsWith('siren.till.')).join()"))
                .isEqualTo("siren.till.merchant");
        until(() -> house.socket.heard("session.bye").size() == 1, "it says good-bye");
        until(() -> house.requests("DELETE /sessions/current").size() == 1, "the session is ended");
    }

    @Test
    void an_action_hands_the_focus_to_the_next_card() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        house.place(Samples.order(43, 4, "TO_GO", null, Samples.latte(1)));
        browser.tap("[data-order='42'] [data-action=accept]");
        browser.until(
                () -> browser.run("return document.activeElement.closest(\"[data-order='43']\") ? true : null"),
                "the focus is on 43");
    }

    private Object contentOf(String css) {
        return browser.run("return document.querySelector(arguments[0]).textContent", css);
    }

    private boolean acknowledged(String pos) {
        return house.socket.heard("ack").stream().anyMatch(frame -> pos.equals(frame.getString("pos")));
    }

    private long notes() {
        return (Long) browser.run("return window.notes");
    }

    private void until(BooleanSupplier condition, String what) {
        browser.until(() -> condition.getAsBoolean() ? true : null, what);
    }

    private static double millimetres(String points) {
        return Double.parseDouble(points) * 25.4 / 72;
    }
}
