package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the sales of orders with what was taken back of them, for the comparison of the books. */
@ApplicationScoped
class BookedSales {
    private static final String SELECT = """
            SELECT sale.order_id, sale.amount_krw AS sale_krw, sale.charged_krw,
              (SELECT coalesce(-sum(back.amount_krw), 0)::bigint FROM wallet_entries AS back
               WHERE back.kind = 'REVERSAL' AND (back.order_id = sale.order_id OR back.part_of = sale.order_id)) AS reversed_krw
            FROM wallet_entries AS sale WHERE sale.kind = 'SALE' AND sale.order_id = ANY ($1)
            """;

    private final Pool pool;

    BookedSales(Pool pool) {
        this.pool = pool;
    }

    /** Finds the booked sales of a batch of orders, in no order. */
    Uni<List<BookedSale>> of(IdBatch batch) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(batch.ids().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BookedSales::sale)
                        .toList());
    }

    private static BookedSale sale(Row row) {
        Long charged = row.getLong("charged_krw");
        return new BookedSale(
                new OrderId(row.getUUID("order_id")),
                Krw.of(row.getLong("sale_krw")),
                charged == null ? null : Krw.of(charged),
                Krw.of(row.getLong("reversed_krw")));
    }
}
