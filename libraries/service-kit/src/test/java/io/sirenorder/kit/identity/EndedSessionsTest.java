package io.sirenorder.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private final EndedSessions ended = new EndedSessions(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void tokens_issued_before_the_end_of_all_sessions_are_void_and_later_ones_are_not() {
        ended.end("m1", NOON, null);
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m1", NOON.minusSeconds(1), "s1")))
                .isTrue();
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m1", NOON, "s2"))).isFalse();
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m2", NOON.minusSeconds(1), "s3")))
                .isFalse();
    }

    @Test
    void one_session_ends_alone_at_any_age_of_its_tokens() {
        ended.end("m1", NOON, "s1");
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m1", NOON.plusSeconds(5), "s1")))
                .isTrue();
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m1", NOON.minusSeconds(5), "s2")))
                .isFalse();
    }

    @Test
    void an_event_that_is_told_late_or_again_changes_nothing() {
        ended.end("m1", NOON, null);
        ended.end("m1", NOON.minusSeconds(60), null);
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m1", NOON.minusSeconds(1), "s1")))
                .isTrue();
        ended.end("m2", NOON.minusSeconds(3_600), null);
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m2", NOON.minusSeconds(3_601), "s1")))
                .isFalse();
    }

    @Test
    void a_buyer_of_the_same_name_is_another() {
        ended.end("m1", NOON, null);
        assertThat(ended.isEnded(token(Roles.BUYER, "m1", NOON.minusSeconds(1), "s1")))
                .isFalse();
    }

    @Test
    void there_are_never_more_than_a_limit_of_them() {
        for (int i = 0; i < 50_000; i++) {
            ended.end("m" + i, NOON, null);
        }
        assertThat(ended.isEnded(token(Roles.MERCHANT, "m49999", NOON.minusSeconds(1), "s")))
                .isTrue();
        assertThat(ended.size()).isLessThanOrEqualTo(20_000);
    }

    private static VerifiedToken token(String role, String subject, Instant issuedAt, String session) {
        return new VerifiedToken(
                "merchants",
                "iss",
                role,
                subject,
                NOON.plusSeconds(900),
                Map.of("iat", issuedAt.getEpochSecond(), "sid", session));
    }
}
