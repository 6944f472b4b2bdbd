package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.contracts.store.SoldOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares one payment with what it became: an approved one is one order or gift at the same amounts, or goes back; a sale
 * stands in the wallet as long as its order does; nothing stands unpaid.
 */
final class FulfilmentCheck {
    private static final Set<String> ENDED_ORDER = Set.of("REFUSED", "CANCELLED", "EXPIRED");
    private static final Set<String> SOLD = Set.of("ACCEPTED", "FINISHED");
    private static final Set<String> ENDED_GIFT = Set.of("DECLINED", "REFUNDED", "EXPIRED", "SETTLED");
    private static final String VOIDED = "VOIDED";
    private static final String COUPON = "COUPON";

    private final SettledPayment ours;
    private final Counterparts theirs;
    private final List<Finding> findings = new ArrayList<>();

    private FulfilmentCheck(SettledPayment ours, Counterparts theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The contradictions; {@code ours} is null where there is no such checkout. */
    static List<Finding> of(SettledPayment ours, Counterparts theirs) {
        FulfilmentCheck check = new FulfilmentCheck(ours, theirs);
        check.run();
        return List.copyOf(check.findings);
    }

    private void run() {
        if (ours == null || ours.verdict() == null) {
            findUnpaid("order-unpaid", "gift-unpaid", "nothing was paid for it");
        } else if (!ours.isApproved()) {
            findUnpaid("order-of-rejected", "gift-of-rejected", "its payment was rejected");
        } else if (ours.isGift()) {
            gift(theirs.gift());
        } else {
            order(theirs.order());
            sale(theirs.order(), theirs.sale());
        }
    }

    private void findUnpaid(String ofOrder, String ofGift, String why) {
        SoldOrder order = theirs.order();
        if (order != null && !COUPON.equals(order.tender()) && !ENDED_ORDER.contains(order.status())) {
            found(ofOrder, "an order is " + order.status() + ", and " + why);
        }
        if (theirs.gift() != null && !VOIDED.equals(theirs.gift().status())) {
            found(ofGift, "a gift is " + theirs.gift().status() + ", and " + why);
        }
    }

    private void order(SoldOrder order) {
        if (order == null) {
            if (!ours.isGoingBack()) {
                found("order-missing", ours.totalKrw() + " paid, and no order");
            }
            return;
        }
        if (!order.amountKrw().equals(ours.chargedKrw()) || !order.discountKrw().equals(ours.pointsKrw())) {
            found(
                    "order-amount",
                    "order " + order.amountKrw() + " and " + order.discountKrw() + " off, paid " + ours.chargedKrw()
                            + " and points " + ours.pointsKrw());
        }
        boolean hasEnded = ENDED_ORDER.contains(order.status());
        if (hasEnded && !ours.isGoingBack()) {
            found("order-not-refunded", "the order is " + order.status() + ", and nothing goes back");
        }
        if (!hasEnded && ours.hasRefund()) {
            found("order-of-refunded", "the order is " + order.status() + ", and its money goes back");
        }
    }

    private void sale(SoldOrder order, BookedSale sale) {
        boolean stands = order != null && SOLD.contains(order.status());
        if (sale == null) {
            if (stands) {
                found("sale-missing", "the order is " + order.status() + ", and no wallet has its sale");
            }
            return;
        }
        boolean isOther = sale.chargedKrw() != null && !sale.chargedKrw().equals(ours.chargedKrw());
        if (!sale.saleKrw().equals(ours.totalKrw()) || isOther) {
            found(
                    "sale-amount",
                    "sale " + sale.saleKrw() + " of which charged " + sale.chargedKrw() + ", paid " + ours.chargedKrw()
                            + " and points " + ours.pointsKrw());
            return;
        }
        Krw expected = stands && !ours.cancelledOutside() ? outside() : sale.saleKrw();
        if (!sale.reversedKrw().equals(expected)) {
            found(
                    stands ? "sale-amount" : "sale-of-ended",
                    sale.reversedKrw() + " of the sale taken back, and " + expected + " to be");
        }
    }

    /** The sum that PortOne took back of an order that stands. */
    private Krw outside() {
        return ours.hasRefund() ? Krw.ZERO : ours.cancelledKrw();
    }

    private void gift(SentGift gift) {
        if (gift == null) {
            if (!ours.isGoingBack()) {
                found("gift-missing", ours.totalKrw() + " paid, and no gift");
            }
            return;
        }
        if (!gift.paidKrw().equals(ours.chargedKrw()) || !gift.pointsKrw().equals(ours.pointsKrw())) {
            found(
                    "gift-amount",
                    "gift " + gift.paidKrw() + " and points " + gift.pointsKrw() + ", paid " + ours.chargedKrw()
                            + " and points " + ours.pointsKrw());
        }
        boolean isOwed = gift.refundKrw() != null && gift.refundKrw().isPositive();
        if (ENDED_GIFT.contains(gift.status()) && isOwed && !ours.isGoingBack()) {
            found("gift-not-refunded", "the gift is " + gift.status() + ", and " + gift.refundKrw() + " not paid back");
        }
        if (!ENDED_GIFT.contains(gift.status()) && !VOIDED.equals(gift.status()) && ours.hasRefund()) {
            found("gift-of-refunded", "the gift is " + gift.status() + ", and its money goes back");
        }
        if (isOwed && ours.giftRefundKrw().compareTo(gift.refundKrw()) > 0) {
            found("gift-refund", ours.giftRefundKrw() + " paid back, and " + gift.refundKrw() + " owed");
        }
    }

    private void found(String kind, String detail) {
        findings.add(new Finding(theirs.id(), kind, detail));
    }
}
