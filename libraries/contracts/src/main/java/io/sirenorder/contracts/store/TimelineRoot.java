package io.sirenorder.contracts.store;

import io.sirenorder.contracts.StoreId;
import java.time.LocalDate;

/**
 * {@code POST /internal/timelines/search}: the hash over the timelines of a store's orders with steps on a day.
 *
 * @param day in Korea
 * @param root SHA-256 in lower-case hexadecimal, as in {@code store.day-sealed}
 */
public record TimelineRoot(StoreId storeId, LocalDate day, String root) {}
