package io.sirenorder.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void a_database_that_is_busy_is_an_outage_and_one_that_refuses_is_not() {
        assertThat(Outage.isBehind(database("55P03"))).as("lock time-out").isTrue();
        assertThat(Outage.isBehind(database("57014"))).as("statement time-out").isTrue();
        assertThat(Outage.isBehind(database("23505"))).as("unique violation").isFalse();
        assertThat(Outage.isBehind(database(null))).isFalse();
    }

    @Test
    void what_lies_behind_counts() {
        assertThat(Outage.isBehind(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Outage.isBehind(new IllegalStateException("no cause"))).isFalse();
    }

    private static RuntimeException database(String sqlState) {
        return new IllegalStateException(new SQLException("no", sqlState));
    }
}
