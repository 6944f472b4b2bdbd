package io.sirenorder.coupon.gift;

import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads gifts for the comparison of the books. */
@ApplicationScoped
class SentGifts {
    private static final String SELECT =
            "SELECT gift_id, status, paid_krw, points_krw, refund_krw FROM gifts WHERE gift_id = ANY ($1)";

    private final Pool pool;

    SentGifts(Pool pool) {
        this.pool = pool;
    }

    /** Finds the sent gifts of a batch of ids, in no order. */
    Uni<List<SentGift>> of(IdBatch batch) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(batch.ids().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SentGifts::gift)
                        .toList());
    }

    private static SentGift gift(Row row) {
        Long refund = row.getLong("refund_krw");
        return new SentGift(
                new GiftId(row.getUUID("gift_id")),
                row.getString("status"),
                Krw.of(row.getLong("paid_krw")),
                Krw.of(row.getLong("points_krw")),
                refund == null ? null : Krw.of(refund));
    }
}
