package io.sirenorder.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.IdempotentMethods;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyKeysTest extends PaymentTest {
    @Test
    void every_idempotent_method_answers_a_signed_in_caller_with_a_key() {
        assertThat(IdempotentMethods.answerWithAKey("io.sirenorder.payment")).isPositive();
    }
}
