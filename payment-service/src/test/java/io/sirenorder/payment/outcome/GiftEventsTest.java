package io.sirenorder.payment.outcome;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.GiftEvent.GiftDeclined;
import io.sirenorder.contracts.coupon.GiftEvent.GiftExpired;
import io.sirenorder.contracts.coupon.GiftEvent.GiftSent;
import io.sirenorder.contracts.coupon.GiftView;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GiftEventsTest extends PaymentTest {
    private static final Recipient FRIEND = Recipient.address("0123456789abcdef0123456789abcdef");

    private final String buyer = Shop.anyBuyer();

    @Test
    void a_gift_that_was_sent_lives() {
        String checkout = sent();
        SOON.that(() ->
                assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("GIFT"));
        assertThat(Shop.progress(buyer, checkout).getString("giftId")).isEqualTo(checkout);
    }

    @Test
    void a_declined_gift_is_refunded_in_full() {
        String checkout = sent();
        StubServices.feed("coupon")
                .append(new GiftDeclined(view(checkout), payer(), FRIEND, Krw.of(LATTE_WON), Instant.now()), 2);
        isRefunded(checkout, LATTE_WON);
    }

    @Test
    void an_expired_gift_is_refunded_as_the_policy_says() {
        String checkout = sent();
        StubServices.feed("coupon")
                .append(new GiftExpired(view(checkout), payer(), FRIEND, Krw.of(4_500), Instant.now()), 2);
        isRefunded(checkout, 4_500);
    }

    private String sent() {
        String checkout = Shop.checkout(buyer, Shop.giftTo("friend@example.com"));
        Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        StubServices.feed("coupon").append(new GiftSent(view(checkout), payer(), FRIEND, Instant.now()), 1);
        return checkout;
    }

    private void isRefunded(String checkout, long won) {
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.done"));
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isEqualTo(won);
        assertThat(ledger.events(checkout).get(2).body().path("refundKrw").asLong())
                .isEqualTo(won);
    }

    private Recipient payer() {
        return Tokens.recipient(buyer);
    }

    private static GiftView view(String checkout) {
        return new GiftView(
                GiftId.fromString(checkout),
                "철수",
                Shop.LATTE,
                "카페라떼",
                1,
                Krw.of(LATTE_WON),
                "",
                "card1",
                "SENT",
                null,
                Instant.now(),
                Instant.now().plusSeconds(86_400));
    }
}
