package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The card payments of a day for one store, as they stand now: {@code paidKrw} is {@code cancelledKrw} + {@code byHandKrw} +
 * {@code bookedKrw} + {@code onItsWayKrw} + {@code differenceKrw}.
 *
 * @param storeId null in the line of gifts and in the sum
 * @param cancelledKrw taken back through PortOne
 * @param byHandKrw paid back by operators outside of PortOne
 * @param bookedKrw the card's part of the sales in the store's wallet less their reversals; of gifts, what is kept for them
 * @param onItsWayKrw held for orders that wait for an answer, and for refunds under way
 * @param differenceKrw what none of these explains; each payment that adds to it is in {@code differences}
 */
record ClearingLine(
        @Nullable StoreId storeId,
        @Schema(required = true) long payments,
        @Schema(required = true) Krw paidKrw,
        @Schema(required = true) Krw cancelledKrw,
        @Schema(required = true) Krw byHandKrw,
        @Schema(required = true) Krw bookedKrw,
        @Schema(required = true) Krw onItsWayKrw,
        @Schema(required = true) Krw differenceKrw) {

    static ClearingLine empty(StoreId store) {
        return new ClearingLine(store, 0, Krw.ZERO, Krw.ZERO, Krw.ZERO, Krw.ZERO, Krw.ZERO, Krw.ZERO);
    }

    ClearingLine plus(DayPayment payment, Krw booked, Krw onItsWay) {
        Krw byHand = payment.paidKrw().minus(payment.cancelledKrw()).minus(payment.heldKrw());
        return new ClearingLine(
                storeId,
                payments + 1,
                paidKrw.plus(payment.paidKrw()),
                cancelledKrw.plus(payment.cancelledKrw()),
                byHandKrw.plus(byHand),
                bookedKrw.plus(booked),
                onItsWayKrw.plus(onItsWay),
                differenceKrw.plus(payment.heldKrw().minus(booked).minus(onItsWay)));
    }
}
