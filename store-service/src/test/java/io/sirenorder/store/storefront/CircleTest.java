package io.sirenorder.store.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sirenorder.contracts.store.Location;
import org.junit.jupiter.api.Test;

class CircleTest {
    private static final Location SEOUL = new Location(37.5665, 126.9780);
    private static final Location BUSAN = new Location(35.1796, 129.0756);

    @Test
    void a_distance_is_as_the_crow_flies() {
        assertThat(new Circle(SEOUL, 0).metresTo(BUSAN)).isCloseTo(325_000, within(1_000L));
        assertThat(new Circle(SEOUL, 0).metresTo(SEOUL)).isZero();
    }

    @Test
    void the_box_holds_all_that_is_in_the_circle() {
        Circle circle = new Circle(SEOUL, new Circle(SEOUL, 0).metresTo(BUSAN));

        assertThat(circle.south()).isLessThan(BUSAN.latitude());
        assertThat(circle.east()).isGreaterThan(BUSAN.longitude());
    }

    @Test
    void across_the_date_line_and_the_poles_all_longitudes_are_looked_at() {
        assertThat(new Circle(new Location(0, 179.99), 10_000).west()).isEqualTo(-180);
        assertThat(new Circle(new Location(89.99, 0), 10_000).east()).isEqualTo(180);
    }

    @Test
    void growing_ends_at_the_whole_earth() {
        Circle circle = new Circle(SEOUL, 1_000);
        while (!circle.isWholeEarth()) {
            circle = circle.grown();
        }

        assertThat(circle.west()).isEqualTo(-180);
    }
}
