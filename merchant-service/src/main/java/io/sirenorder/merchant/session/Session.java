package io.sirenorder.merchant.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a login and to a refresh.
 *
 * @param expiresIn seconds for which the access token is valid
 * @param refreshToken absent where the answer sets it as a cookie
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Session(
        @Schema(required = true) String accessToken,
        @Schema(required = true, minimum = "1") long expiresIn,

        @Nullable @Schema(description = "Absent where the answer sets it as a cookie")
        String refreshToken,

        @Schema(required = true) MerchantId merchantId,
        @Schema(required = true) StoreId storeId,
        @Schema(required = true) WalletId walletId) {
    Session withoutRefreshToken() {
        return new Session(accessToken, expiresIn, null, merchantId, storeId, walletId);
    }
}
