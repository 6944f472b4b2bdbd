package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A store that takes no orders says why, and when it does so again. */
@QuarkusTest
class ShopHoursTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M월 d일 (E) HH:mm", Locale.KOREAN);

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private final ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Seoul"));

    @BeforeEach
    void begin() {
        house.store().put("open", false);
    }

    @Test
    void it_names_the_day_and_time_at_which_it_opens() {
        opensAt(now.plusDays(2));
        says(MOMENT.format(now.plusDays(2)) + "부터");
    }

    @Test
    void a_pause_names_the_time_at_which_it_ends() {
        opensAt(now.plusMinutes(5));
        house.store().put("pausedUntil", house.store().getString("opensAt"));
        says("잠시 주문을 받지 않습니다. " + TIME.format(now.plusMinutes(5)) + "부터");
    }

    @Test
    void a_pause_for_the_rest_of_the_day_names_the_opening_after_it() {
        opensAt(now.plusHours(9));
        house.store().put("pausedUntil", now.plusHours(1).toInstant().toString());
        says(MOMENT.format(now.plusHours(9)) + "부터");
    }

    @Test
    void without_a_known_opening_it_takes_none_right_now() {
        says("지금은 주문을 받지 않습니다.");
    }

    @Test
    void the_list_says_when_a_closed_store_opens() {
        opensAt(now.plusDays(2));
        house.stores(new JsonArray().add(house.store()));
        shows("/shop/#stores", ".store-card", MOMENT.format(now.plusDays(2)));
    }

    private void opensAt(ZonedDateTime at) {
        house.store().put("opensAt", at.toInstant().toString());
    }

    private void says(String words) {
        shows("/shop/#stores/" + FakeHouse.STORE, ".note-warn", words);
    }

    private void shows(String page, String where, String words) {
        Browser browser = pages.open("ko", 390, 844);
        browser.go(page);
        assertThat(browser.text(where)).contains(words);
    }
}
