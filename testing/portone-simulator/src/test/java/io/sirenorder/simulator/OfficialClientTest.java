package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portone.sdk.server.common.Currency;
import io.portone.sdk.server.common.PageInput;
import io.portone.sdk.server.errors.CancellableAmountConsistencyBrokenException;
import io.portone.sdk.server.errors.PaymentAlreadyCancelledException;
import io.portone.sdk.server.errors.PaymentNotFoundException;
import io.portone.sdk.server.errors.UnauthorizedException;
import io.portone.sdk.server.payment.CancelPaymentResponse;
import io.portone.sdk.server.payment.CancelledPayment;
import io.portone.sdk.server.payment.FailedPayment;
import io.portone.sdk.server.payment.PaidPayment;
import io.portone.sdk.server.payment.PartialCancelledPayment;
import io.portone.sdk.server.payment.PayPendingPayment;
import io.portone.sdk.server.payment.Payment;
import io.portone.sdk.server.payment.PaymentClient;
import io.portone.sdk.server.payment.ReadyPayment;
import io.portone.sdk.server.payment.SucceededPaymentCancellation;
import io.portone.sdk.server.payment.VirtualAccountIssuedPayment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PortOne's own client finds in the simulator what it finds at PortOne. */
class OfficialClientTest {
    private static PortOneSimulator simulator;
    private static PaymentClient client;
    private static Buyer buyer;

    @BeforeAll
    static void start() {
        simulator = PortOneSimulator.start(SimulatorConfig.sample());
        buyer = new Buyer(simulator);
        client = client(simulator.config().account().v2ApiSecret());
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    private static PaymentClient client(String secret) {
        return new PaymentClient(
                secret, simulator.v2Url(), simulator.config().account().storeId());
    }

    private static <T> T answer(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    private static CancelPaymentResponse cancel(String id, Long amount, Long balance) throws Exception {
        return answer(client.cancelPayment(id, amount, null, null, "매장 사정", null, null, balance, null, null, null));
    }

    @Test
    void a_pre_registered_payment_is_found_paid_by_its_payment_id() throws Exception {
        String id = Buyer.newPaymentId();
        answer(client.preRegisterPayment(id, Buyer.PRICE, null, Currency.Krw.INSTANCE));
        String transactionId = buyer.pay("V2", id).getString("transactionId");

        PaidPayment paid = (PaidPayment) answer(client.getPayment(id));

        assertThat(paid.getId()).isEqualTo(id);
        assertThat(paid.getTransactionId()).isEqualTo(transactionId);
        assertThat(paid.getAmount().getTotal()).isEqualTo(Buyer.PRICE);
        assertThat(paid.getCurrency()).isEqualTo(Currency.Krw.INSTANCE);
        assertThat(paid.getCustomData()).contains("\"intentId\":\"1\"");
        assertThatThrownBy(() -> answer(client.preRegisterPayment(id, 1L, null, null)))
                .hasMessageContaining("paid before");
    }

    @Test
    void a_payment_is_cancelled_in_parts_and_never_beyond_its_total() throws Exception {
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);

        CancelPaymentResponse part = cancel(id, 4_500L, Buyer.PRICE);
        assertThat(part.getCancellation()).isInstanceOf(SucceededPaymentCancellation.class);
        assertThat(answer(client.getPayment(id))).isInstanceOf(PartialCancelledPayment.class);

        assertThatThrownBy(() -> cancel(id, 5_000L, Buyer.PRICE))
                .hasCauseInstanceOf(CancellableAmountConsistencyBrokenException.class);
        cancel(id, null, 5_000L);
        assertThat(answer(client.getPayment(id))).isInstanceOf(CancelledPayment.class);
        assertThatThrownBy(() -> cancel(id, null, null)).hasCauseInstanceOf(PaymentAlreadyCancelledException.class);
    }

    @Test
    void every_status_decodes_to_its_class() throws Exception {
        assertThat(left("READY")).isInstanceOf(ReadyPayment.class);
        assertThat(left("FAILED")).isInstanceOf(FailedPayment.class);
        assertThat(left("PAY_PENDING")).isInstanceOf(PayPendingPayment.class);
        assertThat(left("VIRTUAL_ACCOUNT_ISSUED")).isInstanceOf(VirtualAccountIssuedPayment.class);
        assertThat(left("PAID")).isInstanceOf(PaidPayment.class);
    }

    private static Payment left(String outcome) throws Exception {
        String id = Buyer.newPaymentId();
        String method = outcome.equals("VIRTUAL_ACCOUNT_ISSUED") ? "vbank" : "easypay";
        buyer.pay("V2", id, asked -> asked.put("outcome", outcome).put("method", method));
        return answer(client.getPayment(id));
    }

    @Test
    void payments_are_listed_newest_first() throws Exception {
        String first = Buyer.newPaymentId();
        String second = Buyer.newPaymentId();
        buyer.pay("V2", first);
        buyer.pay("V2", second);

        var page = answer(client.getPayments(new PageInput(0, 2), null));

        assertThat(page.getItems()).hasSize(2).allMatch(Payment.Recognized.class::isInstance);
        assertThat(page.getItems().stream().map(Payment.Recognized.class::cast).map(Payment.Recognized::getId))
                .contains(second);
        assertThat(page.getPage().getTotalCount()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void unknown_payments_and_wrong_secrets_are_the_errors_that_the_client_knows() {
        assertThatThrownBy(() -> answer(client.getPayment("nobody-paid-this")))
                .hasCauseInstanceOf(PaymentNotFoundException.class);
        try (PaymentClient stranger = client("another-secret")) {
            assertThatThrownBy(() -> answer(stranger.getPayment("nobody-paid-this")))
                    .hasCauseInstanceOf(UnauthorizedException.class);
        }
    }
}
