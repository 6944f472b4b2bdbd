package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moments of a shift at the till that are rare: closing, the kitchen's screen, a newer edition, what is said when the line is back. */
@QuarkusTest
class TillShiftTest {
    private static final String COUNT_TONES = """
            const make = AudioContext.prototype.createOscillator;
            window.tones = 0;
            AudioContext.prototype.createOscillator = function () { window.tones++; return make.call(this); };
            """;
    /** Releases another edition, of which the page hears when it is looked at again. */
    private static final String RELEASE = """
            const ask = window.fetch;
            window.fetch = (address, options) => address === '/till/' ? Promise.resolve(new Response('"edition":"0123456789"')) : ask(address, options);
            window.loadedOnce = true;
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
        browser.run(COUNT_TONES);
    }

    @Test
    void closing_asks_while_orders_wait() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        browser.tap("[data-action=opening]");
        browser.tap("[data-opening=closed]");
        assertThat(browser.text("dialog .sheet-body")).contains("1건");
        assertThat(house.socket.heard("store.close")).isEmpty();
        browser.tap("dialog .btn-danger");
        until(() -> house.socket.heard("store.close").size() == 1, "it is closed");
        browser.see(".closed-note");
    }

    @Test
    void refusing_since_the_store_closes_closes_it() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.tap("[data-order='42'] [data-action=refuse]");
        browser.tap("dialog input[value=CLOSING]");
        browser.tap("[data-action=send-refusal]");
        until(() -> house.socket.heard("store.close").size() == 1, "it is closed");
        assertThat(house.socket.heard("order.refuse")).hasSize(1);
    }

    @Test
    void the_kitchen_sees_and_hears_what_is_accepted_and_acknowledges_what_is_placed() {
        browser.run("localStorage['siren.till.screen'] = '\"kitchen\"'");
        browser.hash("board");
        browser.see(".board-kitchen");
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(2)));
        String placed = house.socket.position();
        until(
                () -> house.socket.heard("ack").stream().anyMatch(frame -> placed.equals(frame.getString("pos"))),
                "it is acknowledged");
        assertThat(browser.count("[data-order]")).isZero();
        assertThat(browser.run("return tones")).isEqualTo(0L);
        house.become(order, "ACCEPTED", new JsonObject().put("minutes", 8));
        browser.see(".column-making [data-order='42']");
        assertThat((Long) browser.run("return tones")).isPositive();
        assertThat(browser.text(".column-counts")).contains("카페 라떼", "2");
    }

    @Test
    void what_was_decided_on_another_till_is_said_to_be_decided_there() {
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.becomeUnheard(order, "REFUSED");
        browser.tap("[data-order='42'] [data-action=accept]");
        assertThat(browser.text(".toast")).contains("42", "다른 기기", "거절");
    }

    @Test
    void what_ran_out_meanwhile_was_not_decided_on_another_till() {
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.see("[data-order='42']");
        house.becomeUnheard(order, "EXPIRED");
        browser.tap("[data-order='42'] [data-action=accept]");
        assertThat(browser.text(".toast")).contains("42", "이미 처리").doesNotContain("다른 기기");
    }

    @Test
    void what_this_till_decided_was_not_decided_on_another() {
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        browser.tap("[data-order='42'] [data-action=accept]");
        browser.see(".column-making [data-order='42']");
        house.become(order, "WAITING", new JsonObject());
        browser.see(".column-new [data-order='42']");
        house.becomeUnheard(order, "ACCEPTED");
        browser.tap("[data-order='42'] [data-action=accept]");
        assertThat(browser.text(".toast")).contains("42", "이미 처리").doesNotContain("다른 기기");
    }

    @Test
    void a_store_that_the_service_closed_is_said_to_be_so_after_a_reload_too() {
        house.closeUnacknowledged();
        browser.see(".closed-screen");
        reload();
        assertThat(browser.text(".closed-screen")).contains("2건");
        browser.tap("[data-action=reopen]");
        browser.gone(".closed-screen");
        assertThat(house.socket.heard("store.open")).hasSize(1);
        reload();
        until(() -> browser.text("[data-action=opening]").contains("영업 중"), "the store is known");
        assertThat(browser.count(".closed-screen")).isZero();
    }

    @Test
    void a_store_that_its_merchant_closed_has_a_note_alone_after_a_reload() {
        browser.tap("[data-action=opening]");
        browser.tap("[data-opening=closed]");
        browser.see(".closed-note");
        reload();
        browser.see(".closed-note");
        assertThat(browser.count(".closed-screen")).isZero();
    }

    private void reload() {
        browser.go("/till/");
        browser.tap("[data-action=start]");
        browser.see("[data-line=live]");
    }

    @Test
    void a_newer_edition_is_offered_and_applied_by_a_tap_alone() {
        browser.run(RELEASE);
        browser.see(".top button.pill-info");
        assertThat(browser.run("return window.loadedOnce")).isEqualTo(true);
        browser.tap(".top button.pill-info");
        until(() -> browser.run("return window.loadedOnce ?? false").equals(false), "the page is loaded anew");
    }

    @Test
    void what_could_not_be_resumed_is_said_to_be_loaded_anew() {
        house.resumable(false);
        house.socket.close(1012);
        until(() -> browser.text(".toast").contains("모든 주문을"), "it is said");
        browser.see("[data-line=live]");
    }

    @Test
    void a_tab_that_was_taken_over_continues_by_its_button() {
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        house.socket.close(4501);
        browser.tap("[data-stopped=superseded] .btn-primary");
        browser.see("[data-line=live]");
        browser.see("[data-order='42']");
    }

    private void until(BooleanSupplier condition, String what) {
        browser.until(() -> condition.getAsBoolean() ? true : null, what);
    }
}
