package io.sirenorder.payment.portone.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.payment.portone.CancelAnswer;
import io.sirenorder.payment.portone.CancelAnswer.Kind;
import io.sirenorder.payment.portone.Cancellation;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentPage;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PaymentWindow;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneAnswer;
import io.sirenorder.payment.portone.PortOneIds;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An account at PortOne V1 over REST: no idempotency keys, so the checksum and our own rows guard a refund. */
final class V1Gateway implements PaymentGateway {
    private static final int PAGE_SIZE = 100;
    private static final String ALREADY_CANCELLED = "이미 전액취소된 주문입니다.";

    private final String account;
    private final PortOneAccount.V1 access;
    private final V1Session session;
    private final boolean takesTests;

    V1Gateway(String account, PortOneAccount.V1 access, V1Session session, boolean takesTests) {
        this.account = account;
        this.access = access;
        this.session = session;
        this.takesTests = takesTests;
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V1;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public PaymentWindow window(CheckoutId id, Intent intent, Recipient buyer) {
        Map<String, String> hint = Map.of("type", intent.name().toLowerCase(Locale.ROOT), "checkoutId", id.toString());
        return new PaymentWindow(version(), access.impCode(), access.channelKey(), id.toString(), null, hint);
    }

    @Override
    public Uni<Void> register(CheckoutId id, Krw amount) {
        ObjectNode body = object().put("merchant_uid", id.toString()).put("amount", amount.won());
        return session.post("/payments/prepare", body)
                .chain(answer -> code(answer) == 0 ? Uni.createFrom().voidItem() : requireSame(id, amount));
    }

    /** "Already registered" is fine exactly when it is registered with this amount. */
    private Uni<Void> requireSame(CheckoutId id, Krw amount) {
        return session.get("/payments/prepare/" + id)
                .invoke(answer -> require(
                        code(answer) == 0 && response(answer).path("amount").asLong(-1) == amount.won(),
                        answer,
                        "preparation"))
                .replaceWithVoid();
    }

    /** By PortOne's own number where it is known, else the paid attempt under ours, else the newest one. */
    @Override
    public Uni<PortOnePayment> lookUp(PaymentReference reference) {
        return Uni.createFrom()
                .deferred(() -> reference.transactionId() == null ? find(reference) : byImpUid(reference));
    }

    private Uni<PortOnePayment> byImpUid(PaymentReference reference) {
        String path = "/payments/" + PortOneIds.segment(reference.transactionId(), reference);
        return one(path + "?include_sandbox=" + takesTests, reference);
    }

    private Uni<PortOnePayment> find(PaymentReference reference) {
        String path = "/payments/find/" + PortOneIds.segment(reference.paymentId(), reference);
        return one(path + "/paid", reference)
                .onFailure(PaymentUnknown.class)
                .recoverWithUni(() -> one(path, reference));
    }

    private Uni<PortOnePayment> one(String path, PaymentReference reference) {
        return session.get(path).map(answer -> {
            if (answer.status() == 404 && answer.body() != null && code(answer) != 0) {
                throw new PaymentUnknown(reference);
            }
            require(code(answer) == 0, answer, "look-up");
            PortOnePayment payment = V1Payments.read(account, response(answer));
            if (!isVisible(payment)) {
                throw new PaymentUnknown(reference);
            }
            return payment;
        });
    }

    @Override
    public Uni<CancelAnswer> cancel(Cancellation wanted) {
        ObjectNode body = object().put("imp_uid", wanted.payment().transactionId())
                .put("merchant_uid", wanted.payment().paymentId())
                .put("amount", bare(wanted.amount()))
                .put("checksum", bare(wanted.remaining()))
                .put("reason", wanted.reason());
        return session.post("/payments/cancel", body).map(V1Gateway::cancelled);
    }

    /** Without the column's decimals: 4500, not 4500.00. */
    private static BigDecimal bare(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A 200 with another code than 0 did nothing. */
    private static CancelAnswer cancelled(PortOneAnswer answer) {
        if (code(answer) == 0) {
            return CancelAnswer.done();
        }
        String message = answer.body().path("message").asText();
        return new CancelAnswer(message.startsWith(ALREADY_CANCELLED) ? Kind.LOOK_AGAIN : Kind.REFUSED, message);
    }

    @Override
    public Uni<PaymentPage> changed(Instant from, Instant until, int page) {
        String path = "/payments/status/all?sorting=updated&limit=" + PAGE_SIZE + "&page=" + (page + 1) + "&from="
                + from.getEpochSecond() + "&to=" + (until.getEpochSecond() + 1);
        return session.get(path).map(answer -> {
            require(code(answer) == 0, answer, "list");
            return page(response(answer));
        });
    }

    private PaymentPage page(JsonNode response) {
        List<PortOnePayment> payments = StreamSupport.stream(
                        response.path("list").spliterator(), false)
                .map(item -> V1Payments.read(account, item))
                .toList();
        return new PaymentPage(
                payments.stream()
                        .filter(this::isVisible)
                        .filter(PortOnePayment::wasPaid)
                        .toList(),
                payments.size() < PAGE_SIZE);
    }

    @Override
    public boolean owns(PortOnePayment payment) {
        return true;
    }

    /** A test payment does not exist where real money is taken, whichever way it is found. */
    private boolean isVisible(PortOnePayment payment) {
        return payment.live() || takesTests;
    }

    private static int code(PortOneAnswer answer) {
        if (answer.body() == null || !answer.body().path("code").isInt()) {
            throw answer.unclear("V1");
        }
        return answer.body().path("code").asInt();
    }

    private static JsonNode response(PortOneAnswer answer) {
        return answer.body().path("response");
    }

    private static void require(boolean fine, PortOneAnswer answer, String call) {
        if (!fine) {
            throw answer.unclear(call);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
