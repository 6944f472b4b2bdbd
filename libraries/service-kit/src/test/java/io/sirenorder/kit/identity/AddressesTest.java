package io.sirenorder.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.problem.InvalidRequest;
import java.net.IDN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses addresses = with("0123456789-abcdefghijklmnopqrstuvw");

    @ParameterizedTest
    @ValueSource(strings = {"KIM@EXAMPLE.COM", " kim@example.com ", "Kim@Example.com", "kim@ｅｘａｍｐｌｅ.com"})
    void a_mailbox_has_one_name_however_it_is_written(String email) {
        assertThat(addresses.of(email)).isEqualTo(addresses.of("kim@example.com"));
    }

    @Test
    void a_domain_has_one_name_in_both_its_writings() {
        assertThat(addresses.of("kim@커피.한국")).isEqualTo(addresses.of("kim@" + IDN.toASCII("커피.한국")));
    }

    @Test
    void the_name_tells_nothing_and_depends_on_the_secret() {
        Recipient name = addresses.of("kim@example.com");
        assertThat(name.isAddress()).isTrue();
        assertThat(name.id()).matches("[0-9a-f]{64}");
        assertThat(with("another-secret-0123456789-abcdefghij").of("kim@example.com"))
                .isNotEqualTo(name);
        assertThat(addresses.of("lee@example.com")).isNotEqualTo(name);
        assertThat(addresses.of("k.im@example.com")).isNotEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kim", "@example.com", "kim@", "kim@example", "a b@example.com", "kim@-..com", "a@b@c d.com"
            })
    void what_is_no_address_is_refused(String email) {
        assertThatThrownBy(() -> addresses.of(email)).isInstanceOf(InvalidRequest.class);
        assertThat(addresses.find(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:kim@example.com",
                "<kim@example.com",
                "kim;lee@example.com",
                "kim,lee@example.com",
                "kim(lee)@example.com",
                "\"kim\"@example.com",
                "kim\\lee@example.com",
                "[kim]@example.com"
            })
    void an_address_with_more_around_it_is_refused(String email) {
        assertThat(addresses.find(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'brien+tag@example.com",
                "a-b_c.d@example.com",
                "김민지@example.com",
                "x!#$%&*/=?^`{|}~@example.com"
            })
    void what_mailboxes_are_called_in_the_wild_is_taken(String email) {
        assertThat(addresses.find(email)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mi\u212ae.k@example.com",
                "mike.\uff4b@example.com",
                "mi\u017fe@example.com",
                "\ufb01@example.com"
            })
    void a_mailbox_that_only_looks_like_another_is_not_that_one(String email) {
        assertThat(addresses.find(email)).isEmpty();
    }

    @Test
    void an_endless_address_is_refused() {
        assertThat(addresses.find("k".repeat(65) + "@example.com")).isEmpty();
        assertThat(addresses.find("kim@" + "example.".repeat(40) + "com")).isEmpty();
        assertThat(addresses.find(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "changeme-changeme-changeme-change"})
    void a_weak_secret_starts_nothing(String secret) {
        assertThatThrownBy(() -> with(secret)).hasMessageContaining("siren.addresses.secret");
    }

    private static Addresses with(String secret) {
        return new Addresses(() -> secret);
    }
}
