package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;
import java.util.List;

/** Points and stamps that a finished order earns: granted by coupon-service, told to the buyer by store-service. */
public record Loyalty(long points, long stamps) {
    public static final Loyalty NONE = new Loyalty(0, 0);
    /**
     * Won from which an order earns a stamp, the default of {@code siren.loyalty.stamp-from-krw}: coupon-service grants it and
     * store-service tells the buyer, so both have the same.
     */
    public static final String STAMP_FROM_KRW = "2000";

    private static final long WON_PER_POINT = 1_000;

    /**
     * A point per full 1,000 won paid by card, and a stamp from a least amount on; nothing for what points or a coupon pay, for
     * what PortOne took back, or for what a store asks beyond the house's menu.
     */
    public static Loyalty earnedBy(OrderView order, Krw leastForStamp) {
        return order.tender() == Tender.CARD ? earnedBy(kept(order), leastForStamp) : NONE;
    }

    private static Krw kept(OrderView order) {
        Krw paid = order.cancelledKrw() == null
                ? order.amountKrw()
                : order.amountKrw().minus(order.cancelledKrw());
        return order.lines().stream().allMatch(line -> line.menuPriceKrw() == null)
                ? paid
                : least(paid, backed(order.lines()));
    }

    private static Krw backed(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::backedKrw).reduce(Krw.ZERO, Krw::plus);
    }

    private static Krw least(Krw one, Krw other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Loyalty earnedBy(Krw paid, Krw leastForStamp) {
        return new Loyalty(paid.won() / WON_PER_POINT, paid.compareTo(leastForStamp) < 0 ? 0 : 1);
    }
}
