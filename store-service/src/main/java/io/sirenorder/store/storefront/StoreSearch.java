package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.Location;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.store.storefront.NearbyStores.Nearby;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search for stores.
 *
 * @param near sorted by distance from there; null is by id
 * @param openOnly only stores that an order would reach now
 * @param cursor where the page before ended, or null
 */
record StoreSearch(Location near, boolean openOnly, String cursor, PageLimit limit) {
    static final PageCursor BY_ID = new PageCursor("stores", 1);
    static final PageCursor BY_DISTANCE = new PageCursor("stores-near", 2);
    static final UUID FIRST = new UUID(0, 0);
    private static final Pattern PLACE =
            Pattern.compile("(-?[0-9]{1,3}(?:\\.[0-9]{1,20})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,20})?)");
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    /** Reads {@code LAT,LNG}. */
    static Location readPlace(String text) {
        if (text == null) {
            return null;
        }
        Matcher degrees = PLACE.matcher(text);
        if (degrees.matches()) {
            Location place = new Location(Double.parseDouble(degrees.group(1)), Double.parseDouble(degrees.group(2)));
            if (Math.abs(place.latitude()) <= MAX_LATITUDE && Math.abs(place.longitude()) <= MAX_LONGITUDE) {
                return place;
            }
        }
        throw new InvalidRequest("near", "must be LAT,LNG in degrees");
    }

    /** The store after which a page by id starts. */
    UUID afterId() {
        return cursor == null ? FIRST : readId(BY_ID.decode(cursor).get(0));
    }

    /** The store after which a page by distance starts. */
    Nearby afterPlace() {
        if (cursor == null) {
            return Nearby.HERE;
        }
        List<String> parts = BY_DISTANCE.decode(cursor);
        return new Nearby(readId(parts.get(1)), readMetres(parts.get(0)));
    }

    private static long readMetres(String text) {
        try {
            return Math.min(Math.max(0, Long.parseLong(text)), Circle.HALF_THE_EARTH);
        } catch (NumberFormatException bad) {
            throw new InvalidRequest("cursor", "is none that this list gave out");
        }
    }

    private static UUID readId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException bad) {
            throw new InvalidRequest("cursor", "is none that this list gave out");
        }
    }
}
