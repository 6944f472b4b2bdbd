package io.sirenorder.e2e;

import java.util.ArrayList;
import java.util.List;

/** Books that a wallet has to show of a day, and the payments that were made at PortOne on it. */
final class SellingDay {
    private final List<String> payments = new ArrayList<>();
    private Books books = Books.NONE;

    /**
     * Sums of a wallet's entries.
     *
     * @param net sales less reversals
     */
    record Books(long sales, long reversals, Tenders net) {
        static final Books NONE = new Books(0, 0, Tenders.NONE);
    }

    void paid(String checkoutId) {
        payments.add(checkoutId);
    }

    void sold(Tenders tenders) {
        books = new Books(books.sales + 1, books.reversals, books.net.plus(tenders));
    }

    void takenBack(Tenders tenders) {
        books = new Books(books.sales, books.reversals + 1, books.net.minus(tenders));
    }

    Books books() {
        return books;
    }

    /** The checkouts that were paid on this day. */
    List<String> payments() {
        return payments;
    }
}
