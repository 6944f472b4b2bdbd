package io.sirenorder.merchant.wallet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sirenorder.contracts.OrderId;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One entry of a day with what paid for it; the amounts are negative for a reversal and add up to {@code amountKrw}.
 *
 * @param number of the ticket, or null for entries of earlier releases
 * @param split null while what paid for the entry is not known
 */
record StatementLine(
        @Schema(required = true) UUID entryId,
        @Schema(required = true) Instant at,
        @Schema(required = true) OrderId orderId,
        @Nullable String number,
        @Schema(required = true) EntryKind kind,
        @Schema(required = true) long amountKrw,
        @Nullable Split split) {
    static final String CSV_HEADER =
            "entryId,at,orderId,number,kind,amountKrw,cardKrw,pointsKrw,couponKrw,giftKrw,funder";

    /**
     * The tender that paid for an entry.
     *
     * @param funder BUYER by card, HOUSE for points and coupons, PREPAID for gifts
     */
    record Split(
            @Schema(required = true) long cardKrw,
            @Schema(required = true) long pointsKrw,
            @Schema(required = true) long couponKrw,
            @Schema(required = true) long giftKrw,
            @Schema(required = true) String funder) {}

    @JsonIgnore
    boolean isSplit() {
        return split != null;
    }

    /** The line as CSV (RFC 4180) without its end; cells that a spreadsheet could take for a formula are quoted text. */
    String csv() {
        List<Object> cells = split == null
                ? List.of(entryId, at, orderId, text(number), kind, amountKrw, "", "", "", "", "")
                : List.of(
                        entryId,
                        at,
                        orderId,
                        text(number),
                        kind,
                        amountKrw,
                        split.cardKrw(),
                        split.pointsKrw(),
                        split.couponKrw(),
                        split.giftKrw(),
                        split.funder());
        return cells.stream().map(Objects::toString).collect(Collectors.joining(","));
    }

    private static String text(String cell) {
        if (cell == null) {
            return "";
        }
        String safe = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return safe.equals(cell) && !cell.matches("(?s).*[\",\\r\\n].*")
                ? cell
                : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
