package io.sirenorder.payment.portone;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells PortOne's webhooks apart by their headers: V2 signs, V1 does not. */
@ApplicationScoped
public class WebhookReader {
    private final Map<PortOneVersion, WebhookFormat> formats;

    WebhookReader(@All List<WebhookFormat> formats) {
        this.formats = formats.stream().collect(Collectors.toMap(WebhookFormat::version, Function.identity()));
    }

    /** Empty for a message that moves no money; fails with the problem to answer. */
    public Optional<PaymentHint> read(WebhookHeaders headers, byte[] body) {
        return formats.get(headers.areAny() ? PortOneVersion.V2 : PortOneVersion.V1)
                .read(headers, body);
    }
}
