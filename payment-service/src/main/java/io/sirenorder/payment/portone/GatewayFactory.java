package io.sirenorder.payment.portone;

import java.util.Optional;

/** Makes gateways of one of PortOne's versions. */
public interface GatewayFactory {
    PortOneVersion version();

    /** Empty for an account without credentials of this version. */
    Optional<PaymentGateway> gateway(PortOneAccount account);
}
