package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A merchant as operators see it.
 *
 * @param handle or null
 * @param storeName at registration, or null for merchants of earlier releases
 * @param reason of the standing, in an operator's words, or null
 * @param since when the standing began, or null where it never changed
 * @param accountCode of the account at PortOne that the store is paid into; null for the platform's, and where an earlier release
 *     registered the store
 */
public record MerchantView(
        @Schema(required = true) MerchantId merchantId,
        @Schema(required = true) StoreId storeId,
        @Schema(required = true) WalletId walletId,
        @Nullable String handle,
        @Nullable String storeName,
        @Schema(required = true) Standing standing,
        @Nullable String reason,
        @Nullable Instant since,
        @Schema(required = true) Instant registeredAt,
        @Nullable String accountCode) {}
