package io.sirenorder.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 10.0.0.1, false",
        "203.0.113.7, 10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.1, 10.0.0.1, false",
        "nonsense, '', 10.0.0.1, false"
    })
    void a_peer_that_names_another_address_than_counts_is_not_trusted(
            String forwardedFor, String counted, String peer, boolean isIgnored) {
        assertThat(UntrustedProxies.isIgnored(forwardedFor, counted, peer)).isEqualTo(isIgnored);
    }
}
