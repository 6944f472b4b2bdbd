package io.sirenorder.payment.portone;

import java.util.Map;

/** Data with which PortOne's client SDK opens the payment window, in PortOne's names. */
public record PaymentWindow(
        PortOneVersion version, String storeId, String channelKey, String paymentId, Map<String, String> customData) {}
