package io.sirenorder.payment.portone.v2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.payment.portone.CancelAnswer;
import io.sirenorder.payment.portone.Cancellation;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentPage;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PaymentWindow;
import io.sirenorder.payment.portone.PortOneAnswer;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneHttp;
import io.sirenorder.payment.portone.PortOneIds;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import io.sirenorder.payment.portone.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** PortOne V2 over REST. */
@ApplicationScoped
public class V2Gateway implements PaymentGateway {
    private static final int PAGE_SIZE = 100;

    private final PortOneConfig config;
    private final PortOneHttp http;
    private final Secret secret;

    public V2Gateway(Vertx vertx, PortOneConfig config) {
        this.config = config;
        this.http = new PortOneHttp(vertx, config.v2().apiUrl(), config);
        this.secret = Secret.of(config.v2().apiSecret(), config.v2().apiSecretFile());
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V2;
    }

    @Override
    public PaymentWindow window(CheckoutId id, Intent intent) {
        Map<String, String> hint = Map.of("type", intent.name().toLowerCase(Locale.ROOT), "checkoutId", id.toString());
        return new PaymentWindow(version(), store(), config.v2().channelKey().orElse(null), id.toString(), hint);
    }

    @Override
    public Uni<Void> register(CheckoutId id, Krw amount) {
        ObjectNode body = object().put("storeId", store())
                .put("totalAmount", amount.won())
                .put("currency", "KRW");
        return http.post("/payments/" + id + "/pre-register", headers(), body)
                .invoke(answer -> require(answer.isOk(), answer, "pre-registration"))
                .replaceWithVoid();
    }

    @Override
    public Uni<PortOnePayment> lookUp(PaymentReference reference) {
        return Uni.createFrom()
                .deferred(() -> http.get(path(reference), headers()).map(answer -> {
                    if (answer.status() == 404 && "PAYMENT_NOT_FOUND".equals(answer.type())) {
                        throw new PaymentUnknown(reference);
                    }
                    require(answer.isOk(), answer, "look-up");
                    return V2Payments.read(answer.body());
                }));
    }

    @Override
    public Uni<CancelAnswer> cancel(Cancellation wanted) {
        ObjectNode body = object().put("storeId", store())
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
        filter.put("storeId", store()).put("timestampType", "STATUS_CHANGED_AT");
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

    private static PaymentPage page(PortOneAnswer answer) {
        List<PortOnePayment> payments = StreamSupport.stream(
                        answer.body().path("items").spliterator(), false)
                .map(V2Payments::read)
                .toList();
        return new PaymentPage(payments, payments.size() < PAGE_SIZE);
    }

    @Override
    public boolean owns(PortOnePayment payment) {
        return store().equals(payment.store());
    }

    private static String path(PaymentReference reference) {
        return "/payments/" + PortOneIds.segment(reference.paymentId(), reference);
    }

    private static void require(boolean fine, PortOneAnswer answer, String call) {
        if (!fine) {
            throw answer.unclear(call);
        }
    }

    private String store() {
        return config.v2()
                .storeId()
                .orElseThrow(() -> new IllegalStateException("siren.portone.v2.store-id is not set"));
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", "PortOne " + secret.one());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
