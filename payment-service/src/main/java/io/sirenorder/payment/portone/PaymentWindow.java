package io.sirenorder.payment.portone;

import jakarta.annotation.Nullable;
import java.util.Map;

/** Data with which PortOne's client SDK opens the payment window, in PortOne's names. */
public record PaymentWindow(
        PortOneVersion version,
        @Nullable String storeId,
        @Nullable String channelKey,
        String paymentId,
        Map<String, String> customData) {}
