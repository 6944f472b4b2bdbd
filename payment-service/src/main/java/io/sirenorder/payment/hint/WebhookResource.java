package io.sirenorder.payment.hint;

import io.micrometer.core.instrument.MeterRegistry;
import io.sirenorder.kit.problem.TooManyRequests;
import io.sirenorder.kit.text.Text;
import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.WebhookHeaders;
import io.sirenorder.payment.portone.WebhookReader;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Webhooks of PortOne: stored, then answered 200, then looked up. */
@Cancellable(false)
@Path("/webhooks/portone")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "webhooks")
class WebhookResource {
    private static final Duration FLOOD_RETRY = Duration.ofMinutes(1);
    /** Characters kept of an unsigned body. */
    private static final int MAX_UNSIGNED = 1_000;

    private final WebhookReader reader;
    private final HintWorker worker;
    private final MeterRegistry meters;

    WebhookResource(WebhookReader reader, HintWorker worker, MeterRegistry meters) {
        this.reader = reader;
        this.worker = worker;
        this.meters = meters;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    @ResponseStatus(200)
    @Operation(operationId = "receiveWebhook", summary = "Takes PortOne's webhook: stored, answered, then looked up")
    public Uni<Void> receive(
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signature,
            byte[] body) {
        Optional<PaymentHint> hint = reader.read(new WebhookHeaders(id, timestamp, signature), body);
        count(hint);
        return hint.map(told -> take(told, body))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> take(PaymentHint hint, byte[] body) {
        if (!hint.signed() && worker.isFlooded()) {
            throw new TooManyRequests(FLOOD_RETRY);
        }
        String text = Text.clean(new String(body, StandardCharsets.UTF_8), Text.Form.PARAGRAPH);
        return worker.take(hint, hint.signed() ? text : text.substring(0, Math.min(text.length(), MAX_UNSIGNED)));
    }

    private void count(Optional<PaymentHint> hint) {
        String kind = hint.map(told -> told.signed() ? "signed" : "unsigned").orElse("ignored");
        meters.counter("siren.webhooks.received", "kind", kind).increment();
    }
}
