package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.contracts.store.SoldOrder;
import java.util.UUID;

/**
 * Records of the other services under the id of one checkout.
 *
 * @param order null where store-service has none
 * @param gift null where coupon-service has none
 * @param sale null where no wallet has one
 */
record Counterparts(UUID id, SoldOrder order, SentGift gift, BookedSale sale) {}
