package io.sirenorder.store.storefront;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.Weekday;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A store on a page of its own.
 *
 * @param open whether an order would reach it now
 * @param opensAt time at which it takes orders again, by its hours or at the end of a pause; null while it is open, and
 *     where that is not known: closed by its merchant, or without a till
 * @param accepting the merchant's switch alone
 * @param orderingHours for the store's own merchant null where they are the opening hours
 * @param queue work of the kitchen now
 * @param busyMinutes added to each estimate until {@code busyUntil}; null while the store is not busy
 * @param pausedUntil null while the store is not paused
 * @param specialDays hours by date that beat those of the week
 * @param answerWithinSeconds only for the store's own merchant, and only where the house's default does not hold
 * @param standing only for the store's own merchant: whether the operators let it sell
 * @param closedBy only for the store's own merchant, and only while {@code accepting} is false: {@code merchant}, or
 *     {@code unacknowledged} where it closed by itself since no till acknowledged its orders; absent where that is unknown
 */
record StoreDetail(
        StoreId storeId,
        String name,
        String address,
        Location location,
        @Nullable String thumbnailUrl,
        boolean open,

        @Nullable @Schema(description = "When it takes orders again; null while it is open and where that is not known")
        Instant opensAt,

        boolean accepting,
        @Nullable String description,
        List<String> images,
        @Nullable String phone,

        @Nullable @Schema(description = "By day, MON to SUN; an absent day is closed, null is always open")
        Map<Weekday, DailyHours> openingHours,

        @Nullable Map<Weekday, DailyHours> orderingHours,
        @Nullable String parking,
        @Nullable String directions,
        StoreQueue queue,
        @Nullable Integer busyMinutes,
        @Nullable Instant busyUntil,
        @Nullable Instant pausedUntil,
        SortedMap<LocalDate, SpecialDay> specialDays,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Integer answerWithinSeconds,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String standing,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "merchant or unacknowledged; only for the store's own merchant while it takes no orders")
        String closedBy) {}
