package io.sirenorder.payment.portone;

import static io.sirenorder.payment.portone.PortOneFixtures.bytes;
import static io.sirenorder.payment.portone.PortOneFixtures.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.portone.CancelAnswer.Kind;
import io.sirenorder.payment.portone.v1.V1Payments;
import io.sirenorder.payment.portone.v1.V1Webhooks;
import io.sirenorder.payment.portone.v2.V2Cancellations;
import io.sirenorder.payment.portone.v2.V2Payments;
import io.sirenorder.payment.portone.v2.V2Webhooks;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixturesTest {
    private static final Krw PRICE = Krw.of(9_500);

    @ParameterizedTest
    @CsvSource({
        "PAID.card, PAID",
        "PAID.kakaopay-test, PAID",
        "FAILED, FAILED",
        "READY, WAITING",
        "VIRTUAL_ACCOUNT_ISSUED, WAITING",
        "CANCELLED, CANCELLED"
    })
    void each_payment_of_v2_is_read(String name, PaymentState state) {
        PortOnePayment payment = V2Payments.read("platform", fixture("v2/payment." + name + ".json"));
        assertThat(payment.state()).isEqualTo(state);
        assertThat(payment.paymentId()).isEqualTo("order-8f40c7d4");
        assertThat(payment.isExactly(PRICE)).isTrue();
        assertThat(payment.live()).isEqualTo(!name.contains("test"));
        assertThat(payment.buyerEmail()).isEqualTo("buyer@example.com");
        assertThat(payment.store()).isEqualTo("store-ae356798-3d20-4969-b739-14c6b0e1a667");
    }

    @Test
    void a_cancelled_payment_has_nothing_remaining() {
        assertThat(V2Payments.read("platform", fixture("v2/payment.CANCELLED.json"))
                        .remaining())
                .isEqualByComparingTo("0");
        assertThat(v1("payment.cancelled.full").remaining()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void v1_tells_a_partial_cancel_from_a_full_one_by_the_amounts_alone() {
        var json = (ObjectNode) fixture("v1/payment.cancelled.full.200.json").path("response");
        assertThat(V1Payments.read("platform", json).state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(V1Payments.read("platform", json.put("cancel_amount", 1_000)).state())
                .isEqualTo(PaymentState.PARTLY_CANCELLED);
    }

    @Test
    void v1_counts_seconds_and_writes_zero_for_what_has_not_happened() {
        assertThat(v1("payment.paid.card").paidAt()).isEqualTo(Instant.parse("2024-04-25T10:01:01Z"));
        assertThat(v1("payment.failed").paidAt()).isNull();
        assertThat(v1("payment.ready.vbank").state()).isEqualTo(PaymentState.WAITING);
        assertThat(v1("payment.paid.kakaopay-test").live()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "409.PAYMENT_ALREADY_CANCELLED, LOOK_AGAIN",
        "409.CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN, LOOK_AGAIN",
        "409.IDEMPOTENCY_OUTSTANDING_REQUEST, IN_FLIGHT",
        "409.PAYMENT_NOT_PAID, REFUSED_FOR_GOOD",
        "409.CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT, REFUSED_FOR_GOOD",
        "409.SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT, REFUSED_FOR_GOOD",
        "400.INVALID_REQUEST, REFUSED_FOR_GOOD",
        "502.PG_PROVIDER, REFUSED"
    })
    void each_refusal_of_a_cancellation_is_told_apart(String name, Kind kind) {
        PortOneAnswer answer =
                new PortOneAnswer(Integer.parseInt(name.substring(0, 3)), fixture("v2/error." + name + ".json"));
        assertThat(V2Cancellations.read(answer).kind()).isEqualTo(kind);
    }

    @Test
    void a_200_that_says_failed_or_requested_is_no_refund() {
        assertThat(cancelled("SUCCEEDED")).isEqualTo(Kind.DONE);
        assertThat(cancelled("FAILED")).isEqualTo(Kind.REFUSED);
        var requested = (ObjectNode) fixture("v2/cancel.SUCCEEDED.json");
        requested.withObject("/cancellation").put("status", "REQUESTED");
        assertThat(V2Cancellations.read(new PortOneAnswer(200, requested)).kind())
                .isEqualTo(Kind.LOOK_AGAIN);
    }

    @Test
    void an_error_that_is_not_portones_decides_nothing() {
        assertThatThrownBy(() -> V2Cancellations.read(new PortOneAnswer(404, null)))
                .isInstanceOf(PortOneUnreachable.class);
        assertThatThrownBy(
                        () -> V2Cancellations.read(new PortOneAnswer(401, fixture("v2/error.401.UNAUTHORIZED.json"))))
                .isInstanceOf(PortOneUnreachable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Transaction.Paid, true", "Transaction.Cancelled, true", "Transaction.PartialCancelled, true",
        "Transaction.VirtualAccountIssued, true", "Transaction.Failed, true", "Transaction.DisputeResolved, true",
        "Transaction.Ready, false", "Transaction.Confirm, false", "BillingKey.Issued, false"
    })
    void what_can_mean_money_is_heard_and_the_rest_ignored(String type, boolean heard) {
        WebhookBody body = WebhookBody.parse(bytes("v2/webhook." + type + ".json"));
        assertThat(V2Webhooks.read("platform", "msg_1", body).isPresent()).isEqualTo(heard);
    }

    @Test
    void v1_webhooks_say_the_same_as_json_and_as_form() {
        PaymentHint json = V1Webhooks.read(WebhookBody.parse(bytes("v1/webhook.paid.json")));
        PaymentHint form = V1Webhooks.read(WebhookBody.parse(bytes("v1/webhook.paid.form.txt")));
        assertThat(form).isEqualTo(json);
        assertThat(json.payment())
                .isEqualTo(new PaymentReference(PortOneVersion.V1, null, "mid_1714039200000", "imp_448280090638"));
    }

    private static Kind cancelled(String status) {
        return V2Cancellations.read(new PortOneAnswer(200, fixture("v2/cancel." + status + ".json")))
                .kind();
    }

    private static PortOnePayment v1(String name) {
        return V1Payments.read("platform", fixture("v1/" + name + ".200.json").path("response"));
    }
}
