package io.sirenorder.payment.portone;

import java.util.Map;

/** What PortOne's client SDK needs to open the payment window, in PortOne's names. */
public record PaymentWindow(
        PortOneVersion version, String storeId, String channelKey, String paymentId, Map<String, String> customData) {}
