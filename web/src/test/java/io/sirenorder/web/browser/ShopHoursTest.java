package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that takes no orders says why, and when it does so again. */
@QuarkusTest
class ShopHoursTest {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M월 d일 (E) HH:mm", Locale.KOREAN);

    @Inject
    FakeHouse house;

    @TestHTTPResource("/")
    URL home;

    private final ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Seoul"));

    @BeforeEach
    void begin() {
        house.forget();
        house.store().put("open", false);
    }

    @Test
    void outside_its_hours_it_names_the_day_and_time_at_which_the_next_ones_begin() {
        ZonedDateTime opens = now.plusHours(2);
        daily(opens, opens.plusHours(3));
        says(MOMENT.format(opens) + "부터");
    }

    @Test
    void on_a_day_off_it_names_the_first_day_after() {
        ZonedDateTime opens = now.minusHours(1);
        daily(opens, now.plusHours(1));
        for (int day = 0; day < 3; day++) {
            specialDay(opens.plusDays(day), new JsonObject().put("closed", true));
        }
        says(MOMENT.format(opens.plusDays(3)) + "부터");
    }

    @Test
    void within_its_hours_it_takes_none_right_now() {
        daily(now.minusHours(1), now.plusHours(1));
        says("지금은 주문을 받지 않습니다.");
    }

    @Test
    void hours_that_end_after_midnight_are_those_of_the_day_before_too() {
        daily(now.plusHours(2), now.plusHours(1));
        says("지금은 주문을 받지 않습니다.");
    }

    private void daily(ZonedDateTime opens, ZonedDateTime closes) {
        JsonObject hours = new JsonObject().put("opens", TIME.format(opens)).put("closes", TIME.format(closes));
        JsonObject week = new JsonObject();
        DAYS.forEach(day -> week.put(day, hours));
        house.store().put("orderingHours", week);
    }

    private void specialDay(ZonedDateTime day, JsonObject hours) {
        house.store().getJsonObject("specialDays").put(day.toLocalDate().toString(), hours);
    }

    private void says(String words) {
        try (Browser browser = Browser.open(home.toString().replaceAll("/$", ""), "ko", 390, 844)) {
            browser.go("/shop/#stores/" + FakeHouse.STORE);
            assertThat(browser.text(".note-warn")).contains(words);
            assertThat(browser.complaints()).isEmpty();
        }
        house.documented.assertHeld();
    }
}
