package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.SellingDay.Books;
import java.time.LocalDate;

/** A wallet's days: as its merchant reads them, and as the ledger's rows have them. */
record WalletBooks(Databases databases, Merchant merchant) {
    private static final String SUMS = """
            SELECT %s FROM wallet_entries LEFT JOIN wallet_splits ON entry_id = id
            WHERE wallet_id = '%s' AND booked_day >= '%s' AND booked_day <= '%s'""";

    /** The statement of a day. */
    JsonNode statement(LocalDate day) {
        return merchant.api()
                .get("/wallets/" + merchant.walletId() + "/days/" + day)
                .expect(200)
                .body();
    }

    /** Sums of the file of a day that a spreadsheet opens. */
    Tenders fileOf(LocalDate day) {
        return Tenders.ofLines(merchant.api()
                .with("Accept", "text/csv")
                .get("/wallets/" + merchant.walletId() + "/days/" + day)
                .expect(200)
                .body()
                .asText());
    }

    static Books of(JsonNode statement) {
        JsonNode tenders = statement.path("byTender");
        return new Books(
                statement.path("sales").asLong(),
                statement.path("reversals").asLong(),
                new Tenders(
                        tenders.path("cardKrw").asLong(),
                        tenders.path("pointsKrw").asLong(),
                        tenders.path("couponKrw").asLong(),
                        tenders.path("giftKrw").asLong()));
    }

    /** Sums of the rows that were booked on these days. */
    Books ledger(LocalDate from, LocalDate to) {
        return new Books(
                ledger("count(*) FILTER (WHERE kind = 'SALE')", from, to),
                ledger("count(*) FILTER (WHERE kind = 'REVERSAL')", from, to),
                new Tenders(
                        ledger("coalesce(sum(card_krw), 0)::bigint", from, to),
                        ledger("coalesce(sum(points_krw), 0)::bigint", from, to),
                        ledger("coalesce(sum(coupon_krw), 0)::bigint", from, to),
                        ledger("coalesce(sum(gift_krw), 0)::bigint", from, to)));
    }

    private long ledger(String sum, LocalDate from, LocalDate to) {
        return databases.count("merchant", SUMS.formatted(sum, merchant.walletId(), from, to));
    }

    /** Moves what was booked since that day to a day before, as if it had been sold then. */
    void move(LocalDate since, LocalDate day) {
        databases.runAsOwner(
                "merchant",
                "UPDATE wallet_entries SET booked_day = '%s' WHERE wallet_id = '%s' AND booked_day >= '%s'"
                        .formatted(day, merchant.walletId(), since));
    }
}
