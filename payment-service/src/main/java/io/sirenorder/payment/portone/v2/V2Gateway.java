package io.sirenorder.payment.portone.v2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.payment.portone.CancelAnswer;
import io.sirenorder.payment.portone.Cancellation;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentPage;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PaymentWindow;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneAnswer;
import io.sirenorder.payment.portone.PortOneCustomer;
import io.sirenorder.payment.portone.PortOneHttp;
import io.sirenorder.payment.portone.PortOneIds;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An account at PortOne V2 over REST. */
final class V2Gateway implements PaymentGateway {
    private static final int PAGE_SIZE = 100;

    private final String account;
    private final PortOneAccount.V2 access;
    private final PortOneHttp http;

    V2Gateway(String account, PortOneAccount.V2 access, PortOneHttp http) {
        this.account = account;
        this.access = access;
        this.http = http;
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V2;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public PaymentWindow window(CheckoutId id, Intent intent, Recipient buyer) {
        Map<String, String> hint = Map.of("type", intent.name().toLowerCase(Locale.ROOT), "checkoutId", id.toString());
        return new PaymentWindow(
                version(), access.storeId(), access.channelKey(), id.toString(), PortOneCustomer.id(buyer), hint);
    }

    @Override
    public Uni<Void> register(CheckoutId id, Krw amount) {
        ObjectNode body = object().put("storeId", access.storeId())
                .put("totalAmount", amount.won())
                .put("currency", "KRW");
        return http.post("/payments/" + id + "/pre-register", headers(), body)
                .invoke(answer -> require(answer.isOk(), answer, "pre-registration"))
                .replaceWithVoid();
    }

    @Override
    public Uni<PortOnePayment> lookUp(PaymentReference reference) {
        return Uni.createFrom()
                .deferred(() -> http.get(path(reference) + "?storeId=" + access.storeId(), headers())
                        .map(answer -> {
                            if (answer.status() == 404 && "PAYMENT_NOT_FOUND".equals(answer.type())) {
                                throw new PaymentUnknown(reference);
                            }
                            require(answer.isOk(), answer, "look-up");
                            return V2Payments.read(account, answer.body());
                        }));
    }

    @Override
    public Uni<CancelAnswer> cancel(Cancellation wanted) {
        ObjectNode body = object().put("storeId", access.storeId())
                .put("reason", wanted.reason())
                .put("requester", "ADMIN")
                .put("currentCancellableAmount", wanted.remaining().longValueExact());
        if (!wanted.isWhole()) {
            body.put("amount", wanted.amount().longValueExact());
        }
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("Idempotency-Key", '"' + wanted.key() + '"');
        return Uni.createFrom()
                .deferred(() -> http.post(path(wanted.payment()) + "/cancel", headers, body)
                        .map(V2Cancellations::read));
    }

    @Override
    public Uni<PaymentPage> changed(Instant from, Instant until, int page) {
        ObjectNode query = object();
        query.putObject("page").put("number", page).put("size", PAGE_SIZE);
        ObjectNode filter = query.putObject("filter");
        filter.put("storeId", access.storeId()).put("timestampType", "STATUS_CHANGED_AT");
        filter.put("from", from.toString()).put("until", until.toString());
        filter.put("sortBy", "STATUS_CHANGED_AT").put("sortOrder", "ASC").put("version", "V2");
        filter.putArray("status").add("PAID").add("PARTIAL_CANCELLED").add("CANCELLED");
        String encoded =
                URLEncoder.encode(query.toString(), StandardCharsets.UTF_8).replace("+", "%20");
        return http.get("/payments?requestBody=" + encoded, headers()).map(answer -> {
            require(answer.isOk(), answer, "list");
            return page(answer);
        });
    }

    private PaymentPage page(PortOneAnswer answer) {
        List<PortOnePayment> payments = StreamSupport.stream(
                        answer.body().path("items").spliterator(), false)
                .map(item -> V2Payments.read(account, item))
                .toList();
        return new PaymentPage(payments, payments.size() < PAGE_SIZE);
    }

    @Override
    public boolean owns(PortOnePayment payment) {
        return access.storeId().equals(payment.store());
    }

    private static String path(PaymentReference reference) {
        return "/payments/" + PortOneIds.segment(reference.paymentId(), reference);
    }

    private static void require(boolean fine, PortOneAnswer answer, String call) {
        if (!fine) {
            throw answer.unclear(call);
        }
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", "PortOne " + access.apiSecret().one());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
