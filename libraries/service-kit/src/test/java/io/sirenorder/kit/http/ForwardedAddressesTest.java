package io.sirenorder.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7                      | 1 | 203.0.113.7",
                "6.6.6.6, 203.0.113.7             | 1 | 203.0.113.7",
                "6.6.6.6 , 7.7.7.7,203.0.113.7    | 1 | 203.0.113.7",
                "6.6.6.6, 203.0.113.7, 10.0.0.1   | 2 | 203.0.113.7",
                "203.0.113.7                      | 2 | 203.0.113.7",
                "6.6.6.6,                         | 1 | ''",
                "','                              | 1 | ''",
                "2001:db8::1, 2001:db8::2         | 1 | 2001:db8::2"
            })
    void what_a_caller_wrote_before_our_proxies_does_not_count(String list, int proxies, String seen) {
        assertThat(ForwardedAddresses.outermost(List.of(list), proxies)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"1, 203.0.113.7", "2, 6.6.6.6"})
    void several_headers_are_one_list(int proxies, String seen) {
        assertThat(ForwardedAddresses.outermost(List.of("6.6.6.6", "203.0.113.7"), proxies))
                .isEqualTo(seen);
    }
}
