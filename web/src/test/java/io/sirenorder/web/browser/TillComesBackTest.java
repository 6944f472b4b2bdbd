package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A till whose page was away while orders went on: what it shows afterwards is what is true, each order once. */
@QuarkusTest
class TillComesBackTest {
    private static final String BOARD = """
            return ['.column-new', '.column-making > .cards', '.ready'].map(column =>
              [...document.querySelectorAll(`${column} [data-order]`)].map(one => one.dataset.order).join(' ')).join(' | ')""";

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = PageTestExtension.ofWholeBrowsers();

    private Browser browser;
    private JsonObject finished;
    private JsonObject cancelled;
    private JsonObject accepted;

    @BeforeEach
    void begin() {
        browser = pages.openTill();
        finished = house.place(Samples.accepted(waiting(41, 50), 300));
        cancelled = house.place(waiting(42, 40));
        accepted = house.place(waiting(43, 30));
        house.place(waiting(44, 20));
        shows("42 43 44 | 41 | ");
    }

    /** Chromium keeps the page in its back/forward cache, frozen and its socket closed; another browser may load it anew. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_back_button_brings_back_the_orders_of_now(boolean resumable) {
        house.resumable(resumable);
        browser.run("window.kept = true");
        browser.go("/problems/not-found");
        meanwhile();
        browser.back();
        browser.until(() -> browser.run("return document.querySelector('#app > *') ? true : null"), "the till is back");
        System.out.printf("the till behind the back button was kept: %s%n", browser.run("return window.kept === true"));
        browser.until(() -> browser.count("[data-action=start], .board") > 0 ? true : null, "the till is shown");
        if (browser.count("[data-action=start]") > 0) {
            browser.tap("[data-action=start]");
        }
        shows("44 45 | 43 | 41");
        goesOn();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_reload_shows_the_orders_of_now(boolean resumable) {
        house.resumable(resumable);
        house.socket.close(1012);
        house.trouble(503);
        meanwhile();
        house.trouble(0);
        browser.reload();
        browser.tap("[data-action=start]");
        shows("44 45 | 43 | 41");
        goesOn();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_line_that_was_cut_for_long_brings_the_orders_of_now(boolean resumable) {
        house.trouble(503);
        house.socket.close(1012);
        browser.see("[data-line=waiting]");
        meanwhile();
        house.resumable(resumable);
        house.trouble(0);
        shows("44 45 | 43 | 41");
        goesOn();
    }

    private void meanwhile() {
        house.become(finished, "FINISHED", new JsonObject());
        house.become(cancelled, "CANCELLED", new JsonObject());
        house.become(accepted, "ACCEPTED", new JsonObject().put("minutes", 8));
        house.place(waiting(45, 1));
    }

    /** Orders that come afterwards are heard once, by one socket. */
    private void goesOn() {
        browser.see("[data-line=live]");
        house.place(waiting(46, 0));
        shows("44 45 46 | 43 | 41");
        assertThat(house.socket.connections()).isEqualTo(1);
    }

    private void shows(String board) {
        browser.until(() -> board.equals(browser.run(BOARD)) ? true : null, "the board shows " + board);
    }

    private static JsonObject waiting(int number, long secondsAgo) {
        return Samples.order(number, secondsAgo, "TO_GO", null, Samples.latte(1));
    }
}
