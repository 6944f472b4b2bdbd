package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Axe;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sketch that a document shows until its scripts run, held against the screen that takes its place. */
@QuarkusTest
class SketchTest {
    private static final int HEIGHT = 900;

    /** Remembers the theme that the document had when its body began. */
    private static final String WATCH = """
            new MutationObserver(() => {
              if (document.body && !window.begunIn) window.begunIn = document.documentElement.dataset.theme ?? 'none';
            }).observe(document, {childList: true, subtree: true});
            """;

    private static final String BEGUN_IN = "return window.begunIn";

    /** Shows the sketch of the document in place of the screen. */
    private static final String SHOW = """
            const done = arguments[0], app = document.getElementById('app'), ask = new XMLHttpRequest();
            ask.open('GET', location.pathname);
            ask.responseType = 'document';
            ask.onload = () => {
              const sketch = document.adoptNode(ask.response.querySelector('#app > .sketch'));
              [...app.children].forEach(child => child.hidden = true);
              app.append(sketch);
              done([sketch.innerText.trim()]);
            };
            ask.send();
            """;

    private static final String BOXES = """
            return [...document.querySelectorAll(arguments[0])].map(one => one.getBoundingClientRect())
              .map(box => [box.x, box.y, box.width, box.height].map(Math.round).join(' ')).join(', ')""";

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;

    @ParameterizedTest
    @ValueSource(ints = {1280, 768})
    void bar_and_columns_of_the_till_stay_where_they_were_sketched(int width) {
        browser = pages.openTill();
        browser.resize(width, HEIGHT);
        String bar = boxes("header.top");
        String columns = corners(".board > .column:not(.column-counts)");
        sketched("till", width);
        assertThat(boxes(".sketch .top")).isEqualTo(bar);
        assertThat(corners(".sketch .column:not(.column-counts)")).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_screens_of_the_shop_stand_where_they_were_sketched(int width) {
        house.stores(new JsonArray().add(Samples.store()));
        browser = pages.open();
        browser.resize(width, HEIGHT);
        browser.go("/shop/");
        browser.see(".store-card");
        String bar = boxes("nav.tabbar, nav.tabbar svg");
        String first = corners("main.shop > header, main.shop > ul");
        sketched("shop", width);
        assertThat(boxes(".sketch .tabbar, .sketch .tabbar svg")).isEqualTo(bar);
        assertThat(corners(".sketch-title, .sketch-title + .stack")).isEqualTo(first);
    }

    @Test
    void the_operator_finds_the_bar_sketched() {
        browser = pages.open();
        browser.go("/operator/");
        browser.see("[data-test=sign-in]");
        sketched("operator", 1280);
        assertThat(boxes(".sketch .office-top")).isEqualTo("0 0 1280 58");
    }

    @Test
    void an_operator_is_told_when_the_issuer_does_not_answer() {
        browser = pages.open();
        browser.go("/operator/");
        browser.see("[data-test=sign-in]");
        browser.run("sessionStorage.setItem('siren.oidc.operator.refresh', 'kept')");
        browser.reload();
        assertThat(browser.text("main [role=status]")).contains("서버에 연결할 수 없습니다");
    }

    @ParameterizedTest
    @CsvSource({"/till/, till", "/shop/, shop", "/operator/, operator", "/shop/pay, shop"})
    void a_page_begins_in_the_theme_that_was_chosen_here(String page, String name) {
        browser = pages.open();
        browser.go(page);
        browser.run("localStorage.setItem(`siren.${arguments[0]}.theme`, '\"dark\"')", name);
        browser.prepare(WATCH);
        browser.reload();
        browser.see("main:not(.sketch)");
        assertThat(browser.run(BEGUN_IN)).isEqualTo("dark");
    }

    /** Shows the sketch alone, which is silent but for its title, breaks no rule and no layout. */
    private void sketched(String name, int width) {
        assertThat(browser.asynchronously(SHOW).get(0)).isEqualTo(browser.run("return document.title"));
        assertThat(Axe.violations(browser)).isEmpty();
        assertThat(browser.fits()).isTrue();
        browser.picture(Path.of("target/screens", "sketch-%s-%d.png".formatted(name, width)));
    }

    private String boxes(String css) {
        return (String) browser.run(BOXES, css);
    }

    /** Upper left corner of each; its size follows what is in it. */
    private String corners(String css) {
        return boxes(css).replaceAll(" \\d+ \\d+(?=,|$)", "");
    }
}
