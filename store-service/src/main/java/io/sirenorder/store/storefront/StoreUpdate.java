package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.contracts.store.Weekday;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.OneLine;
import io.sirenorder.kit.text.Paragraph;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A store as its merchant wants it described, whole: what is absent is gone.
 *
 * @param openingHours when its doors are open; an absent day is closed, absent hours are always open
 * @param orderingHours when it takes orders ahead, where that differs from its opening hours
 * @param answerWithinSeconds how long a delivered order waits for an answer, where the house's default does not suit
 */
record StoreUpdate(
        @NotBlank @OneLine(max = StoreProfile.LONGEST_NAME) String name,
        @NotBlank @OneLine(max = 200) String address,
        @NotNull Location location,
        @NotBlank @Pattern(regexp = StoreProfile.PHONE) String phone,
        @Paragraph(max = 2000) String description,
        @Pattern(regexp = HTTPS) @Size(max = MAX_URL) String thumbnailUrl,
        @Size(max = 10) List<@NotNull @Pattern(regexp = HTTPS) @Size(max = MAX_URL) String> images,

        @Schema(description = "By day, MON to SUN; an absent day is closed, absent hours are always open")
        @Size(max = 7)
        Map<String, DailyHours> openingHours,

        @Schema(description = "By day, MON to SUN, where orders are taken at other hours than the opening hours")
        @Size(max = 7)
        Map<String, DailyHours> orderingHours,

        @Paragraph(max = 500) String parking,
        @Paragraph(max = 500) String directions,
        @Min(180) @Max(600) Integer answerWithinSeconds) {
    static final String HTTPS = "https://[^\\s\"<>]+";
    private static final int MAX_URL = 500;
    private static final int LONGEST_KEY = 20;
    private static final List<String> DAYS =
            Stream.of(Weekday.values()).map(Weekday::name).toList();
    private static final String FORM =
            "must be a day MON to SUN with {opens: HH:mm, closes: HH:mm or 24:00}; leave out days on which it is closed";
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    /** Checks what annotations can't say. */
    void check() {
        checkLocation();
        checkHours("openingHours", openingHours);
        checkHours("orderingHours", orderingHours);
    }

    private void checkLocation() {
        if (!(Math.abs(location.latitude()) <= MAX_LATITUDE && Math.abs(location.longitude()) <= MAX_LONGITUDE)) {
            throw new InvalidRequest("location", "must be degrees on earth");
        }
    }

    private static void checkHours(String field, Map<String, DailyHours> hours) {
        if (hours != null) {
            hours.forEach((day, daily) -> {
                if (!DAYS.contains(day) || !WeeklyHours.isReadable(daily)) {
                    throw new InvalidRequest(field + "." + shortened(day), FORM);
                }
            });
        }
    }

    private static String shortened(String day) {
        return day.length() <= LONGEST_KEY ? day : day.substring(0, LONGEST_KEY) + "…";
    }

    Map<Weekday, DailyHours> openingDays() {
        return byDay(openingHours);
    }

    Map<Weekday, DailyHours> orderingDays() {
        return byDay(orderingHours);
    }

    private static Map<Weekday, DailyHours> byDay(Map<String, DailyHours> hours) {
        if (hours == null) {
            return null;
        }
        Map<Weekday, DailyHours> days = new EnumMap<>(Weekday.class);
        hours.forEach((day, daily) -> days.put(Weekday.valueOf(day), daily));
        return days;
    }
}
