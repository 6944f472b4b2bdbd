package io.sirenorder.merchant.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attempt to get into an account.
 *
 * @param account the merchant's id, or the handle that was tried
 * @param network network of the caller, shortened to /24 or /48
 * @param outcome {@code LOGGED_IN}, {@code REFUSED}, {@code LIMITED}, {@code PASSWORD_CHANGED} or {@code RECOVERED}
 */
@Schema(name = "MerchantLogin")
record Login(
        @Schema(required = true) long id,
        @Schema(required = true) String account,
        @Schema(required = true) String network,
        @Schema(required = true) String outcome,
        @Schema(required = true) Instant at) {}
