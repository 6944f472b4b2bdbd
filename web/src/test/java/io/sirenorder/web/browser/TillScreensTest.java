package io.sirenorder.web.browser;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Axe;
import io.sirenorder.browser.Browser;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TillScreensTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;
    private String name;
    private final SoftAssertions violations = new SoftAssertions();

    @ParameterizedTest
    @CsvSource({"ko,bright", "ko,dark", "en,bright", "en,dark"})
    void every_screen_is_accessible(String language, String theme) {
        name = language + "-" + theme;
        browser = pages.open(language, WIDTH, HEIGHT);
        browser.go("/till/#m=" + FakeHouse.MERCHANT);
        browser.see("#merchant");
        browser.run("localStorage['siren.till.theme'] = JSON.stringify(arguments[0])", theme);
        browser.go("/till/");
        signIn();
        board();
        dialogs();
        others();
        endings();
        violations.assertAll();
    }

    private void signIn() {
        browser.write("#password", "wrong password");
        browser.tap(".signin button.btn-primary");
        browser.see("#signin-error");
        shown("signin-wrong");
        browser.write("#password", "locked");
        browser.tap(".signin button.btn-primary");
        browser.see("#signin-error.note-warn");
        shown("signin-locked");
        browser.run("document.querySelector('.signin > .btn-quiet').click()");
        browser.see(".register");
        shown("register");
        house.remember();
        browser.go("/till/");
        browser.see("[data-action=start]");
        shown("start");
        browser.tap("[data-action=start]");
        browser.see("[data-line=live]");
        browser.see(".column-new .empty");
        shown("board-empty");
    }

    private void board() {
        house.place(Samples.accepted(Samples.order(38, 540, "DINE_IN", null, Samples.latte(1)), 170));
        house.place(Samples.accepted(
                Samples.order(
                        39,
                        700,
                        "TO_GO",
                        null,
                        Samples.line(
                                "vanilla-latte", "바닐라 라떼", 3, 5_900, Map.of("temperature", "ICED", "size", "TALL"))),
                -100));
        house.place(Samples.accepted(
                Samples.order(40, 300, "TO_GO", "시럽 빼 주세요", Samples.americano(2), Samples.croissant(2)), 400));
        house.place(
                Samples.accepted(Samples.order(41, 290, "DINE_IN", null, Samples.latte(2), Samples.americano(1)), 420));
        house.place(Samples.order(42, 48, "TO_GO", "얼음 적게", Samples.americano(2), Samples.croissant(1)));
        house.place(Samples.order(43, 5, "DINE_IN", null, Samples.latte(1)));
        browser.see("[data-order='43']");
        shown("board");
    }

    private void dialogs() {
        browser.tap("[data-order='42'] [data-action=refuse]");
        browser.tap("dialog input[value=SOLD_OUT]");
        shown("refuse-sold-out");
        browser.tap("dialog .btn-icon");
        browser.tap("[data-order='42'] [data-action=minutes]");
        browser.see("dialog .tiles");
        shown("minutes");
        browser.tap("dialog .btn-icon");
        browser.tap("[data-order='40'] [data-action=more]");
        browser.see("dialog .steps");
        shown("order");
        browser.tap("dialog .btn-icon");
        browser.tap("[data-action=opening]");
        browser.see("dialog [data-opening=closed]");
        shown("opening");
        browser.tap("dialog .btn-icon");
        house.socket.silent(true);
        browser.tap("[data-order='43'] [data-action=accept]");
        browser.see("[data-order='43'] [data-sending]");
        browser.tap("[data-order='38'] [data-action=finish]");
        browser.see("[data-action=undo]");
        shown("undo-and-sending");
        house.socket.silent(false);
    }

    private void others() {
        house.place(Samples.ended(Samples.order(35, 2_000, "TO_GO", null, Samples.latte(1)), "FINISHED", null));
        house.place(
                Samples.ended(Samples.order(36, 1_900, "DINE_IN", null, Samples.croissant(3)), "REFUSED", "SOLD_OUT"));
        house.place(Samples.ended(Samples.order(37, 1_800, "TO_GO", null, Samples.americano(1)), "CANCELLED", null));
        browser.hash("past");
        browser.see(".past-row");
        shown("past");
        browser.hash("soldout");
        browser.see(".soldout-row");
        shown("soldout");
        browser.hash("day");
        browser.see(".figure-main");
        shown("day");
        browser.hash("settings");
        browser.see(".settings");
        shown("settings");
        browser.run("localStorage['siren.till.screen'] = '\"kitchen\"'");
        browser.hash("board");
        browser.see(".board-kitchen");
        shown("kitchen");
        browser.run("localStorage['siren.till.screen'] = '\"counter\"'");
    }

    private void endings() {
        house.trouble(503);
        house.socket.close(4008);
        browser.see(".banner");
        shown("offline");
        house.trouble(0);
        browser.see("[data-line=live]");
        house.closeUnacknowledged();
        browser.see(".closed-screen");
        shown("closed");
        browser.tap("[data-action=reopen]");
        browser.gone(".closed-screen");
        house.socket.close(4501);
        browser.see("[data-stopped=superseded]");
        shown("superseded");
    }

    private void shown(String screen) {
        browser.picture(Path.of("target/screens", screen + "-" + name + ".png"));
        violations.assertThat(browser.fits()).as("%s (%s) fits", screen, name).isTrue();
        violations
                .assertThat(Axe.violations(browser))
                .as("%s (%s)", screen, name)
                .isEmpty();
    }
}
