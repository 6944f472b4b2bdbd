package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.Location;

/** The surroundings of a place, and the box on the map that holds them all. */
record Circle(Location centre, long metres) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private static final double METRES_PER_DEGREE = 111_000;
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;
    static final long HALF_THE_EARTH = 20_100_000;
    private static final long GROWTH = 3;

    /** Metres from the centre to a place in a straight line. */
    long metresTo(Location place) {
        double latitudes = Math.sin(Math.toRadians(place.latitude() - centre.latitude()) / 2);
        double longitudes = Math.sin(Math.toRadians(place.longitude() - centre.longitude()) / 2);
        double root = Math.sqrt(latitudes * latitudes
                + Math.cos(Math.toRadians(centre.latitude()))
                        * Math.cos(Math.toRadians(place.latitude()))
                        * longitudes
                        * longitudes);
        return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, root)));
    }

    /** Whether the circle covers the whole earth. */
    boolean isWholeEarth() {
        return metres >= HALF_THE_EARTH;
    }

    Circle grown() {
        return new Circle(centre, Math.min(HALF_THE_EARTH, Math.multiplyExact(metres, GROWTH)));
    }

    double south() {
        return centre.latitude() - latitudes();
    }

    double north() {
        return centre.latitude() + latitudes();
    }

    double west() {
        return crossesAnEdge() ? -DATE_LINE : centre.longitude() - longitudes();
    }

    double east() {
        return crossesAnEdge() ? DATE_LINE : centre.longitude() + longitudes();
    }

    /** Beyond a pole or the date line a box of degrees means nothing: all longitudes are looked at. */
    private boolean crossesAnEdge() {
        return south() <= -POLE
                || north() >= POLE
                || centre.longitude() - longitudes() < -DATE_LINE
                || centre.longitude() + longitudes() > DATE_LINE;
    }

    private double latitudes() {
        return metres / METRES_PER_DEGREE;
    }

    private double longitudes() {
        double farthest = Math.min(POLE, Math.max(Math.abs(south()), Math.abs(north())));
        return latitudes() / Math.max(Math.cos(Math.toRadians(farthest)), 1e-6);
    }
}
