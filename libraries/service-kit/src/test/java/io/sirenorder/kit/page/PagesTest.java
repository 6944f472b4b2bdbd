package io.sirenorder.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.kit.problem.InvalidRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final PageCursor ONE = new PageCursor("one", 1);
    private static final PageCursor TWO = new PageCursor("two", 2);
    private static final PageCursor THREE = new PageCursor("three", 3);

    @Test
    void a_cursor_comes_back_as_it_went() {
        String cursor = THREE.encode("2026-11-22T12:00:00.000001Z", "커피 | ? & =", "");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(THREE.decode(cursor)).containsExactly("2026-11-22T12:00:00.000001Z", "커피 | ? & =", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "a b", "%00", "YQ==YQ", "_____w"})
    void what_is_no_cursor_is_an_invalid_request(String cursor) {
        assertThatThrownBy(() -> TWO.decode(cursor)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_cursor_of_another_list_or_without_end_is_an_invalid_request() {
        assertThatThrownBy(() -> TWO.decode(ONE.encode("one"))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> ONE.decode(new PageCursor("another", 1).encode("one")))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> ONE.decode(ONE.encode("x".repeat(600)))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> ONE.decode(ONE.encode("no\0text"))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> ONE.decode(null)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_position_comes_back_as_it_went_and_the_top_is_before_all() {
        PagePosition position = new PagePosition(Instant.parse("2026-11-22T12:00:00.000001Z"), new UUID(1, 2));
        assertThat(PagePosition.of(TWO, position.cursor(TWO))).isEqualTo(position);
        assertThat(PagePosition.of(TWO, null).at()).isAfter(position.at());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-22",
                "2026-02-30T12:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z"
            })
    void a_position_at_a_moment_that_no_database_holds_is_an_invalid_request(String at) {
        String cursor = TWO.encode(at, new UUID(1, 2).toString());
        assertThatThrownBy(() -> PagePosition.of(TWO, cursor)).isInstanceOf(InvalidRequest.class);
        String id = TWO.encode("2026-11-22T12:00:00Z", "no-id");
        assertThatThrownBy(() -> PagePosition.of(TWO, id)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_page_has_a_next_one_exactly_when_more_was_found() {
        PageLimit two = PageLimit.of(2);
        assertThat(Page.of(List.of(1, 2), two, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), null));
        assertThat(Page.of(List.of(1, 2, 3), two, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), "2"));
        assertThat(Page.of(List.of(1, 2, 3), two, String::valueOf).map(n -> n * 10))
                .isEqualTo(new Page<>(List.of(10, 20), "2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_limit_outside_its_bounds_is_an_invalid_request(int limit) {
        assertThatThrownBy(() -> PageLimit.of(limit)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_limit_is_twenty_unless_asked() {
        assertThat(PageLimit.of(null).value()).isEqualTo(20);
        assertThat(PageLimit.of(100).plusOne()).isEqualTo(101);
    }
}
