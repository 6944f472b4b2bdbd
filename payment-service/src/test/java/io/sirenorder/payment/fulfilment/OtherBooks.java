package io.sirenorder.payment.fulfilment;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.contracts.store.SoldOrder;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The books of store-, coupon- and merchant-service, as a test writes them. */
public final class OtherBooks {
    private final Map<String, SoldOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, SentGift> gifts = new ConcurrentHashMap<>();
    private final Map<String, BookedSale> sales = new ConcurrentHashMap<>();

    /** Answers the comparison from now on. */
    public static OtherBooks open() {
        OtherBooks books = new OtherBooks();
        StubServices.answer("POST", "/internal/orders/search", request -> reply(books.orders, request.json()));
        StubServices.answer("POST", "/internal/gifts/search", request -> reply(books.gifts, request.json()));
        StubServices.answer("POST", "/internal/sales/search", request -> reply(books.sales, request.json()));
        return books;
    }

    private static Reply reply(Map<String, ?> book, JsonNode batch) {
        List<Object> found = new ArrayList<>();
        batch.path("ids").forEach(id -> {
            if (book.containsKey(id.asText())) {
                found.add(book.get(id.asText()));
            }
        });
        return Reply.json(200, found);
    }

    public OtherBooks order(String id, String status, long won) {
        orders.put(id, new SoldOrder(OrderId.fromString(id), status, "CARD", Krw.of(won), Krw.ZERO));
        return this;
    }

    public OtherBooks gift(String id, String status, long won, Long refund) {
        Krw owed = refund == null ? null : Krw.of(refund);
        gifts.put(id, new SentGift(GiftId.fromString(id), status, Krw.of(won), Krw.ZERO, owed));
        return this;
    }

    public OtherBooks sale(String id, long won, long reversed) {
        sales.put(id, new BookedSale(OrderId.fromString(id), Krw.of(won), Krw.of(won), Krw.of(reversed)));
        return this;
    }
}
