package io.sirenorder.payment.portone.v1;

import io.sirenorder.payment.portone.GatewayFactory;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneConfig.Channel;
import io.sirenorder.payment.portone.PortOneHttp;
import io.sirenorder.payment.portone.PortOneVersion;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Makes V1's gateways, which share their connections and have each a token of their own. */
@ApplicationScoped
public class V1Gateways implements GatewayFactory {
    private final PortOneHttp http;
    private final Clock clock;
    private final boolean takesTests;

    public V1Gateways(Vertx vertx, PortOneConfig config, Clock clock) {
        this.http = new PortOneHttp(vertx, config.v1().apiUrl(), config);
        this.clock = clock;
        this.takesTests = config.channel() == Channel.TEST;
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V1;
    }

    @Override
    public Optional<PaymentGateway> gateway(PortOneAccount account) {
        return account.v1().map(access -> {
            V1Session session = new V1Session(http, access, clock);
            return new V1Gateway(account.code(), access, session, takesTests);
        });
    }
}
