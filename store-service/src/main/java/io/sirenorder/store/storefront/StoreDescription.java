package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.contracts.store.Weekday;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a store that its merchant writes: name, place, texts, images and hours. */
@Embeddable
class StoreDescription {
    private String name;
    private String address;
    private double latitude;
    private double longitude;
    private String phone;
    private String description;
    private String thumbnailUrl;

    @Convert(converter = ImagesColumn.class)
    private List<String> images;

    @Convert(converter = HoursColumn.class)
    private Map<Weekday, DailyHours> openingHours;

    @Convert(converter = HoursColumn.class)
    private Map<Weekday, DailyHours> orderingHours;

    private String parking;
    private String directions;
    private Integer answerWithinSeconds;

    StoreDescription() {}

    static StoreDescription of(StoreProfile profile) {
        StoreDescription first = new StoreDescription();
        first.name = profile.name();
        first.address = profile.address();
        first.place(profile.location());
        first.phone = profile.phone();
        first.description = profile.description();
        first.thumbnailUrl = profile.thumbnailUrl();
        first.images = List.of();
        first.openingHours = profile.openingHours();
        return first;
    }

    void write(StoreUpdate update) {
        name = update.name();
        address = update.address();
        place(update.location());
        phone = update.phone();
        description = update.description();
        thumbnailUrl = update.thumbnailUrl();
        images = update.images() == null ? List.of() : List.copyOf(update.images());
        openingHours = update.openingDays();
        orderingHours = update.orderingDays();
        parking = update.parking();
        directions = update.directions();
        answerWithinSeconds = update.answerWithinSeconds();
    }

    private void place(Location location) {
        latitude = location.latitude();
        longitude = location.longitude();
    }

    /** The description as it could be written again. */
    StoreUpdate update() {
        return new StoreUpdate(
                name,
                address,
                location(),
                phone,
                description,
                thumbnailUrl,
                images,
                named(openingHours),
                named(orderingHours),
                parking,
                directions,
                answerWithinSeconds);
    }

    private static Map<String, DailyHours> named(Map<Weekday, DailyHours> hours) {
        if (hours == null) {
            return null;
        }
        Map<String, DailyHours> named = new LinkedHashMap<>();
        hours.forEach((day, daily) -> named.put(day.name(), daily));
        return named;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    Location location() {
        return new Location(latitude, longitude);
    }

    String phone() {
        return phone;
    }

    String text() {
        return description;
    }

    String thumbnailUrl() {
        return thumbnailUrl;
    }

    List<String> images() {
        return images;
    }

    Map<Weekday, DailyHours> openingHours() {
        return openingHours;
    }

    /** Null where orders are taken during the opening hours. */
    Map<Weekday, DailyHours> ownOrderingHours() {
        return orderingHours;
    }

    /** The hours of orders, its own or those of the house. */
    Map<Weekday, DailyHours> orderingHours() {
        return orderingHours == null ? openingHours : orderingHours;
    }

    String parking() {
        return parking;
    }

    String directions() {
        return directions;
    }

    /** Seconds that a delivered order waits for its answer; null for the house's default. */
    Integer answerWithinSeconds() {
        return answerWithinSeconds;
    }
}
