package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.payment.clearing.ClearingDay.Unexplained;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Adds up the payments of a day, one after the other, beside what the wallets booked of them. */
final class ClearingTally {
    private static final int MOST = 500;
    private static final UUID NOWHERE = new UUID(0, 0);

    private final LocalDate day;
    private final Map<UUID, ClearingLine> stores = new TreeMap<>();
    private final List<Unexplained> unexplained = new ArrayList<>();
    private ClearingLine gifts = ClearingLine.empty(null);
    private ClearingLine total = ClearingLine.empty(null);

    ClearingTally(LocalDate day) {
        this.day = day;
    }

    /** Adds a payment; {@code sale} is null where no wallet has one. */
    void add(DayPayment payment, BookedSale sale) {
        Krw booked = payment.isGift() ? kept(payment) : booked(sale);
        boolean isUnsold = !payment.isGift() && sale == null && payment.isApproved();
        Krw onItsWay = payment.isOnItsWay() || isUnsold ? payment.heldKrw().minus(booked) : Krw.ZERO;
        total = total.plus(payment, booked, onItsWay);
        if (payment.isGift()) {
            gifts = gifts.plus(payment, booked, onItsWay);
        } else {
            UUID store = payment.storeId() == null ? NOWHERE : payment.storeId();
            StoreId named = payment.storeId() == null ? null : new StoreId(store);
            ClearingLine line = stores.getOrDefault(store, ClearingLine.empty(named));
            stores.put(store, line.plus(payment, booked, onItsWay));
        }
        Krw difference = payment.heldKrw().minus(booked).minus(onItsWay);
        if (!difference.isZero() && unexplained.size() < MOST) {
            unexplained.add(new Unexplained(payment.id(), payment.heldKrw(), booked, difference));
        }
    }

    /** A gift keeps what is not paid back. */
    private static Krw kept(DayPayment gift) {
        return gift.isApproved() && !gift.isOnItsWay() ? gift.heldKrw() : Krw.ZERO;
    }

    /** The card's part of a sale that is left: what was taken back in part was the card's. */
    private static Krw booked(BookedSale sale) {
        if (sale == null || sale.reversedKrw().equals(sale.saleKrw())) {
            return Krw.ZERO;
        }
        Krw charged = sale.chargedKrw() == null ? sale.saleKrw() : sale.chargedKrw();
        return charged.minus(sale.reversedKrw());
    }

    ClearingDay result(List<DaySeal> seals) {
        return new ClearingDay(day, total, gifts, List.copyOf(stores.values()), seals, List.copyOf(unexplained));
    }
}
