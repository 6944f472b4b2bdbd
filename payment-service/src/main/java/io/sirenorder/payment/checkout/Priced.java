package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.OrderLine;
import java.util.List;

/**
 * A draft at the menu's price.
 *
 * @param merchantCode the code by which the store names its own account at PortOne; null for a gift, and where it has none
 */
public record Priced(Intent intent, Draft draft, List<OrderLine> lines, Krw total, String merchantCode) {

    /** The price at which an order or a gift was sold. */
    static Priced of(Purchase sold) {
        boolean isGift = sold.order() == null;
        return new Priced(
                isGift ? Intent.GIFT : Intent.ORDER,
                new Draft(sold.order(), sold.gift()),
                isGift ? List.of(sold.gift().line()) : sold.order().lines(),
                sold.paidKrw().plus(sold.pointsKrw()),
                null);
    }

    /** The name on the buyer's card statement: the first item, and the number of others. */
    public String name() {
        if (lines.isEmpty()) {
            return "";
        }
        String first = lines.get(0).name();
        return lines.size() == 1 ? first : first + " 외 " + (lines.size() - 1) + "건";
    }
}
