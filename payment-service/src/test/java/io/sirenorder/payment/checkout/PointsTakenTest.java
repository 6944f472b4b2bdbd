package io.sirenorder.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Krw;
import io.sirenorder.kit.problem.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTakenTest {
    private static final long LEAST = 100;

    @ParameterizedTest
    @CsvSource({"5000,0,0", "5000,4900,4900", "5000,4901,4900", "5000,4999,4900", "5000,5000,5000", "5,5,5", "0,0,0"})
    void a_card_is_charged_the_least_amount_or_nothing(long total, long wanted, long taken) {
        assertThat(PointsTaken.of(Krw.of(total), wanted, LEAST)).isEqualTo(Krw.of(taken));
    }

    @Test
    void more_points_than_the_price_are_refused() {
        assertThatThrownBy(() -> PointsTaken.of(Krw.of(5), 6, LEAST)).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @CsvSource({"99,0", "5,4"})
    void a_price_below_the_least_amount_is_paid_by_points_or_not_at_all(long total, long wanted) {
        assertThatThrownBy(() -> PointsTaken.of(Krw.of(total), wanted, LEAST)).isInstanceOf(AmountBelowMinimum.class);
    }
}
