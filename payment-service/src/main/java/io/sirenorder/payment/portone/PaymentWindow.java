package io.sirenorder.payment.portone;

import jakarta.annotation.Nullable;
import java.util.Map;

/**
 * Data with which PortOne's client SDK opens the payment window, in PortOne's names.
 *
 * @param customerId the buyer, for the SDK's {@code customer.customerId}; null in V1
 */
public record PaymentWindow(
        PortOneVersion version,
        @Nullable String storeId,
        @Nullable String channelKey,
        String paymentId,
        @Nullable String customerId,
        Map<String, String> customData) {}
