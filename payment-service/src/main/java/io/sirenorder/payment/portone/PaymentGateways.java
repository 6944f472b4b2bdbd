package io.sirenorder.payment.portone;

import io.sirenorder.payment.portone.v1.V1Gateway;
import io.sirenorder.payment.portone.v2.V2Gateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** PortOne's versions: both can be reached at once, one of them takes the new checkouts. */
@ApplicationScoped
public class PaymentGateways {
    private final PortOneConfig config;
    private final V1Gateway v1;
    private final V2Gateway v2;

    PaymentGateways(PortOneConfig config, V1Gateway v1, V2Gateway v2) {
        this.config = config;
        this.v1 = v1;
        this.v2 = v2;
    }

    public PaymentGateway chosen() {
        return of(config.version());
    }

    public PaymentGateway of(PortOneVersion version) {
        return switch (version) {
            case V1 -> v1;
            case V2 -> v2;
        };
    }

    /** Those that have credentials. */
    public List<PaymentGateway> reachable() {
        return Stream.of(PortOneVersion.values())
                .filter(config::knows)
                .map(this::of)
                .toList();
    }
}
