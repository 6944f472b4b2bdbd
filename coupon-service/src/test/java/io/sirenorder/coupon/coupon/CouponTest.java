package io.sirenorder.coupon.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.coupon.Heard;
import io.sirenorder.coupon.time.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of a coupon. */
class CouponTest {
    private static final Instant NOON = Heard.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final List<Duration> LEADS = List.of(Duration.ofDays(30), Duration.ofDays(1), Duration.ofHours(3));
    private static final Recipient KIM = Recipient.buyer(BuyerId.of("https://id.test", "kim"));
    private static final Recipient LEE = Recipient.buyer(BuyerId.of("https://id.test", "lee"));
    private static final OrderId ORDER = new OrderId(UUID.randomUUID());

    @Test
    void it_goes_from_published_to_used_and_each_step_is_a_version() {
        Coupon coupon = coupon(null, "P1D");
        assertThat(coupon.published().holder()).isNull();
        assertThat(coupon.register(KIM, LATER).holder()).isEqualTo(KIM);
        assertThat(coupon.reserve(ORDER, List.of(KIM), Map.of(), LATER).orderId())
                .isEqualTo(ORDER);
        assertThat(coupon.use(LATER).coupon().status()).isEqualTo("USED");
        assertThat(coupon.version).isEqualTo(4);
    }

    @Test
    void its_face_value_is_that_of_all_pieces() {
        assertThat(coupon(KIM, "P1D").view().faceValueKrw()).isEqualTo(Krw.of(4_500));
    }

    @Test
    void only_its_holder_may_reserve_it() {
        Coupon coupon = coupon(KIM, "P1D");
        assertThatThrownBy(() -> coupon.reserve(ORDER, List.of(LEE), Map.of(), LATER))
                .isInstanceOf(CouponNotUsable.class);
        assertThat(coupon.reserve(ORDER, List.of(LEE, KIM), Map.of(), LATER)).isNotNull();
    }

    @Test
    void a_code_registers_a_coupon_once_and_takes_it_from_nobody_also_while_an_order_holds_it() {
        Coupon used = reserved("P1D");
        used.use(LATER);
        for (Coupon taken : List.of(coupon(KIM, "P1D"), reserved("P1D"), used)) {
            for (Recipient buyer : List.of(KIM, LEE)) {
                assertThatThrownBy(() -> taken.register(buyer, LATER)).isInstanceOf(CouponNotUsable.class);
            }
            assertThat(taken.isHeldBy(List.of(KIM))).isTrue();
        }
    }

    @Test
    void an_unregistered_coupon_is_no_use() {
        assertThatThrownBy(() -> coupon(null, "P1D").reserve(ORDER, List.of(KIM), Map.of(), LATER))
                .isInstanceOf(CouponNotUsable.class);
    }

    @Test
    void what_is_reserved_can_be_had_by_no_other_order_and_not_be_revoked() {
        Coupon coupon = reserved("P1D");
        assertThatThrownBy(() -> coupon.reserve(new OrderId(UUID.randomUUID()), List.of(KIM), Map.of(), LATER))
                .isInstanceOf(CouponNotUsable.class);
        assertThatThrownBy(() -> coupon.revoke("why", LATER)).isInstanceOf(CouponNotRevocable.class);
        assertThatThrownBy(() -> coupon.expire(LATER)).isInstanceOf(CouponNotUsable.class);
    }

    @Test
    void it_holds_until_its_last_instant_and_not_at_it() {
        Instant end = NOON.plus(Duration.ofDays(1));
        assertThat(coupon(null, "P1D").register(KIM, end.minusNanos(1))).isNotNull();
        assertThatThrownBy(() -> coupon(null, "P1D").register(KIM, end)).isInstanceOf(CouponNotUsable.class);
        assertThatThrownBy(() -> coupon(KIM, "P1D").reserve(ORDER, List.of(KIM), Map.of(), end))
                .isInstanceOf(CouponNotUsable.class);
    }

    @Test
    void it_comes_back_from_an_order_that_came_to_nothing_also_when_it_was_accepted() {
        Coupon coupon = reserved("P1D");
        coupon.use(LATER);
        assertThat(coupon.restore(Duration.ofHours(1), LEADS, LATER).orderId()).isEqualTo(ORDER);
        assertThat(coupon.isFree()).isTrue();
        assertThat(coupon.orderId()).isNull();
        assertThat(coupon.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void what_ran_out_while_reserved_comes_back_with_a_grace() {
        Coupon coupon = reserved("PT5M");
        Instant late = NOON.plus(Duration.ofMinutes(10));
        coupon.restore(Duration.ofHours(1), LEADS, late);
        assertThat(coupon.expiresAt()).isEqualTo(late.plus(Duration.ofHours(1)));
    }

    @Test
    void nothing_leaves_the_end() {
        Coupon coupon = coupon(KIM, "P1D");
        coupon.revoke("why", LATER);
        assertThatThrownBy(() -> coupon.revoke("again", LATER)).isInstanceOf(CouponNotRevocable.class);
        assertThatThrownBy(() -> coupon.use(LATER)).isInstanceOf(CouponNotUsable.class);
        assertThat(CouponStatus.REVOKED.next()).isEmpty();
        assertThat(CouponStatus.EXPIRED.next()).isEmpty();
    }

    @Test
    void notices_fit_the_validity() {
        assertThat(coupon(KIM, "PT2H").noticeAt).isNull();
        assertThat(coupon(KIM, "P1D").noticeAt).isEqualTo(NOON.plus(Duration.ofHours(21)));
        Coupon long90 = coupon(KIM, "P90D");
        assertThat(long90.noticeAt).isEqualTo(NOON.plus(Duration.ofDays(60)));
        long90.remind(LEADS, NOON.plus(Duration.ofDays(60)));
        assertThat(long90.noticeAt).isEqualTo(NOON.plus(Duration.ofDays(89)));
        long90.remind(LEADS, NOON.plus(Duration.ofDays(89)));
        long90.remind(LEADS, NOON.plus(Duration.ofDays(89).plusHours(21)));
        assertThat(long90.noticeAt).isNull();
    }

    private static Coupon reserved(String validity) {
        Coupon coupon = coupon(KIM, validity);
        coupon.reserve(ORDER, List.of(KIM), Map.of("size", "TALL"), LATER);
        return coupon;
    }

    private static Coupon coupon(Recipient holder, String validity) {
        Issue issue = new Issue(
                new CouponId(UUID.randomUUID()),
                Heard.AMERICANO,
                CouponOrigin.PROMOTION,
                holder,
                Validity.parse(validity),
                "operator:1");
        return Coupon.issue(issue, new SealedCode(new byte[0], new byte[0]), LEADS, NOON);
    }
}
