package io.sirenorder.coupon.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.Heard;
import io.sirenorder.coupon.loyalty.Percent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of a gift. */
class GiftTest {
    private static final Instant NOON = Heard.NOON;
    private static final Recipient KIM = Recipient.buyer(BuyerId.of("https://id.test", "kim"));
    private static final Recipient LEE = Recipient.address("lee-0123456789abcdef");

    @Test
    void it_is_worth_its_price_also_where_points_paid_a_part() {
        Gift gift = gift(500);
        assertThat(gift.view().valueKrw()).isEqualTo(Krw.of(4_500));
        assertThat(gift.decline(Percent.ALL, NOON).refundKrw()).isEqualTo(Krw.of(4_000));
    }

    @Test
    void a_declined_gift_is_refunded_and_neither_used_nor_expired() {
        Gift gift = gift(0);
        gift.open(NOON);
        gift.decline(Percent.ALL, NOON);
        assertThatThrownBy(() -> gift.use(NOON)).isInstanceOf(GiftAlreadyDecided.class);
        assertThatThrownBy(() -> gift.expire(Percent.ALL, NOON)).isInstanceOf(GiftAlreadyDecided.class);
        assertThatThrownBy(() -> gift.decline(Percent.ALL, NOON)).isInstanceOf(GiftAlreadyDecided.class);
        assertThat(gift.settle(NOON).gift().status()).isEqualTo("REFUNDED");
    }

    @Test
    void an_expired_gift_is_settled_by_percentage() {
        Gift gift = gift(0);
        assertThat(gift.expire(new Percent(90), NOON).refundKrw()).isEqualTo(Krw.of(4_050));
        assertThat(gift.settle(NOON).gift().status()).isEqualTo("SETTLED");
    }

    @Test
    void a_used_gift_is_not_refunded() {
        Gift gift = gift(0);
        gift.use(NOON);
        assertThatThrownBy(() -> gift.decline(Percent.ALL, NOON)).isInstanceOf(GiftAlreadyDecided.class);
        assertThatThrownBy(() -> gift.expire(Percent.ALL, NOON)).isInstanceOf(GiftAlreadyDecided.class);
        assertThatThrownBy(() -> gift.voided(NOON)).isInstanceOf(GiftAlreadyDecided.class);
        assertThatThrownBy(() -> gift.settle(NOON)).isInstanceOf(GiftAlreadyDecided.class);
    }

    @Test
    void it_is_back_when_its_order_came_to_nothing() {
        Gift gift = gift(0);
        gift.use(NOON);
        Instant until = NOON.plusSeconds(3_600);
        assertThat(gift.giveBack(until, NOON).gift().expiresAt()).isEqualTo(until);
        assertThat(gift.isAlive()).isTrue();
    }

    @Test
    void a_percentage_is_between_nothing_and_all() {
        assertThat(new Percent(33).of(100)).isEqualTo(33);
        assertThat(new Percent(90).of(4_501)).isEqualTo(4_050);
        assertThatThrownBy(() -> new Percent(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Percent.of("-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Gift gift(long points) {
        return Gift.of(Heard.gift(new CheckoutId(UUID.randomUUID()), KIM, LEE, points), NOON, NOON.plusSeconds(60));
    }
}
