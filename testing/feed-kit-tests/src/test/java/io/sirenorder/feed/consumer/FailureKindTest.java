package io.sirenorder.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {
    @ParameterizedTest
    @CsvSource({
        "08006, OUTAGE",
        "57P01, OUTAGE",
        "57014, CONFLICT",
        "53300, OUTAGE",
        "25P03, OUTAGE",
        "25P02, POISON",
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "55P03, CONFLICT",
        "23505, POISON",
        "22001, POISON"
    })
    void the_database_says_whose_fault_it_is(String state, FailureKind expected) {
        Throwable failure = new CompletionException(new PgException("refused", "ERROR", state, null));

        assertThat(FailureKind.of(failure)).isEqualTo(expected);
    }

    @Test
    void a_lost_connection_is_an_outage() {
        assertThat(FailureKind.of(new IllegalStateException(new IOException("Connection reset"))))
                .isEqualTo(FailureKind.OUTAGE);
    }

    @Test
    void too_early_is_not_poison() {
        assertThat(FailureKind.of(new CompletionException(new TooEarly("its order"))))
                .isEqualTo(FailureKind.TOO_EARLY);
    }

    @Test
    void anything_else_is_poison() {
        assertThat(FailureKind.of(new ArithmeticException("/ by zero"))).isEqualTo(FailureKind.POISON);
    }
}
