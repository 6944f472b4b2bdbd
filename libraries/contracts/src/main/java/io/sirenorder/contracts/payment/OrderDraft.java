package io.sirenorder.contracts.payment;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import java.util.List;

/** What is to be ordered, at the price that the store quoted. */
public record OrderDraft(StoreId storeId, List<OrderLine> lines, Pickup pickup, String note) {}
