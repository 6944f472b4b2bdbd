package io.sirenorder.payment.portone.v2;

import io.sirenorder.payment.portone.GatewayFactory;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneHttp;
import io.sirenorder.payment.portone.PortOneVersion;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes V2's gateways, which share their connections. */
@ApplicationScoped
public class V2Gateways implements GatewayFactory {
    private final PortOneHttp http;

    public V2Gateways(Vertx vertx, PortOneConfig config) {
        this.http = new PortOneHttp(vertx, config.v2().apiUrl(), config);
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V2;
    }

    @Override
    public Optional<PaymentGateway> gateway(PortOneAccount account) {
        return account.v2().map(access -> new V2Gateway(account.code(), access, http));
    }
}
