package io.sirenorder.store.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.store.storefront.Store;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The part of an order that never changes: lines, amounts, store and buyer. */
@Embeddable
class Sale {
    @Column(updatable = false)
    private UUID storeId;

    @Column(updatable = false)
    private String storeName;

    @Column(updatable = false)
    private String buyer;

    @Column(updatable = false)
    private LocalDate businessDay;

    @Column(updatable = false)
    private int number;

    @Convert(converter = LinesColumn.class)
    @Column(updatable = false)
    private List<OrderLine> lines;

    @Column(updatable = false)
    private long amountKrw;

    @Column(updatable = false)
    private long discountKrw;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Tender tender;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Pickup pickup;

    @Column(updatable = false)
    private String note;

    Sale() {}

    Sale(Placement placement, Store store, Ticket ticket) {
        storeId = placement.storeId().value();
        storeName = store.name();
        buyer = placement.buyer().value();
        businessDay = ticket.businessDay();
        number = ticket.number();
        lines = List.copyOf(placement.lines());
        amountKrw = placement.amountKrw().won();
        discountKrw = placement.discountKrw().won();
        tender = placement.tender();
        pickup = placement.pickup();
        note = placement.note();
    }

    /** The payment that it was made of; empty where a coupon paid. */
    Optional<Purchase> purchase(Promise promise) {
        return tender == Tender.COUPON
                ? Optional.empty()
                : Optional.of(new Purchase(
                        buyer(),
                        new OrderDraft(storeId(), lines, pickup, note, promise),
                        null,
                        amountKrw(),
                        discountKrw()));
    }

    StoreId storeId() {
        return new StoreId(storeId);
    }

    String storeName() {
        return storeName;
    }

    Recipient buyer() {
        return new Recipient(buyer);
    }

    LocalDate businessDay() {
        return businessDay;
    }

    String number() {
        return Integer.toString(number);
    }

    List<OrderLine> lines() {
        return lines;
    }

    Krw amountKrw() {
        return Krw.of(amountKrw);
    }

    Krw discountKrw() {
        return Krw.of(discountKrw);
    }

    Tender tender() {
        return tender;
    }

    Pickup pickup() {
        return pickup;
    }

    String note() {
        return note;
    }
}
