package io.sirenorder.payment.portone;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PortOne's versions: both can be reached at once, one of them takes the new checkouts. */
@ApplicationScoped
public class PaymentGateways {
    private final PortOneConfig config;
    private final Map<PortOneVersion, PaymentGateway> gateways;

    PaymentGateways(PortOneConfig config, @All List<PaymentGateway> gateways) {
        this.config = config;
        this.gateways = gateways.stream().collect(Collectors.toMap(PaymentGateway::version, Function.identity()));
    }

    public PaymentGateway chosen() {
        return of(config.version());
    }

    public PaymentGateway of(PortOneVersion version) {
        return gateways.get(version);
    }

    /** Those that have credentials. */
    public List<PaymentGateway> reachable() {
        return Stream.of(PortOneVersion.values())
                .filter(config::knows)
                .map(this::of)
                .toList();
    }
}
