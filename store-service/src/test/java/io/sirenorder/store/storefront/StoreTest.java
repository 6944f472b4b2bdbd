package io.sirenorder.store.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.contracts.store.Weekday;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a store takes orders again by itself; 2 March 2026 is a Monday. */
class StoreTest {
    private static final Instant NOON = at("2026-03-02T12:00");

    private final Store store = new Store(
            new StoreId(UUID.randomUUID()),
            new MerchantId(UUID.randomUUID()),
            new StoreProfile(
                    "강남점",
                    "서울 강남구 테헤란로 1",
                    new Location(37.5, 127.03),
                    null,
                    null,
                    null,
                    Map.of(
                            Weekday.MON, new DailyHours("09:00", "18:00"),
                            Weekday.TUE, new DailyHours("10:00", "18:00")),
                    null));

    @Test
    void within_its_hours_no_opening_is_due() {
        assertThat(store.reopensAt(NOON)).isEmpty();
    }

    @Test
    void after_its_hours_it_opens_with_the_next() {
        assertThat(store.reopensAt(at("2026-03-02T18:00"))).contains(at("2026-03-03T10:00"));
    }

    @Test
    void a_pause_ends_with_the_pause() {
        store.pause(at("2026-03-02T13:00"), NOON);
        assertThat(store.reopensAt(NOON)).contains(at("2026-03-02T13:00"));
    }

    @Test
    void a_pause_until_the_end_of_its_hours_ends_with_the_next_hours() {
        store.pause(at("2026-03-02T18:00"), NOON);
        assertThat(store.reopensAt(NOON)).contains(at("2026-03-03T10:00"));
    }

    @Test
    void a_store_that_was_closed_by_hand_opens_at_no_known_time() {
        store.close(NOON);
        assertThat(store.reopensAt(at("2026-03-02T18:00"))).isEmpty();
    }

    private static Instant at(String koreanTime) {
        return Instant.parse(koreanTime + ":00+09:00");
    }
}
