package io.sirenorder.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicasTest {
    @Test
    void one_number_is_that_of_all_services() {
        assertThat(Service.all()).allMatch(service -> Replicas.parse("2").of(service) == 2);
        assertThat(Replicas.parse("1").areSeveral()).isFalse();
    }

    @Test
    void single_services_have_numbers_of_their_own() {
        Replicas replicas = Replicas.parse("store-service=2,payment=3");
        assertThat(replicas.of(Service.STORE)).isEqualTo(2);
        assertThat(replicas.of(Service.PAYMENT)).isEqualTo(3);
        assertThat(replicas.of(Service.MERCHANT)).isEqualTo(1);
        assertThat(replicas.areSeveral()).isTrue();
    }

    @Test
    void the_single_service_alone_has_ports_for_its_instances() {
        assertThat(Ports.from(21_700, Replicas.parse("store-service=2")).byName())
                .containsEntry("store-service", 21_702)
                .containsEntry("store-service-1", 21_712)
                .containsEntry("store-service-2", 21_722)
                .doesNotContainKey("payment-service-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "5", "", "two", "store-service=0", "store-service=", "till=2", "=2", "store-service=2,"})
    void what_is_no_number_of_instances_is_refused(String text) {
        assertThatThrownBy(() -> Replicas.parse(text))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--replicas takes 1 to 4");
    }
}
