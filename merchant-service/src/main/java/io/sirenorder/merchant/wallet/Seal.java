package io.sirenorder.merchant.wallet;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The seal of a day's statement.
 *
 * @param digest SHA-256 in hexadecimal of the lines of the day's CSV, without byte order mark and header
 */
record Seal(
        @Schema(required = true) String digest,
        @Schema(required = true) Instant sealedAt) {}
