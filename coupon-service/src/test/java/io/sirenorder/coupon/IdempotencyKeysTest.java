package io.sirenorder.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.IdempotentMethods;
import io.sirenorder.testkit.SirenTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class IdempotencyKeysTest {
    @Test
    void every_idempotent_method_answers_a_signed_in_caller_with_a_key() {
        assertThat(IdempotentMethods.answerWithAKey("io.sirenorder.coupon")).isPositive();
    }
}
