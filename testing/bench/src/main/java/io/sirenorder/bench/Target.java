package io.sirenorder.bench;

/**
 * A bound for a figure of a run.
 *
 * @param atLeast whether the bound is the least good value, and not the greatest
 */
record Target(String figure, boolean atLeast, double bound) {
    static Target atMost(String figure, double bound) {
        return new Target(figure, false, bound);
    }

    static Target atLeast(String figure, double bound) {
        return new Target(figure, true, bound);
    }

    boolean isMet(Figures figures) {
        double value = figures.get(figure);
        return atLeast ? value >= bound : value <= bound;
    }

    String line(Figures figures) {
        return "target   %-6s %-56s %10.2f, wanted %s %.2f"
                .formatted(
                        isMet(figures) ? "met" : "MISSED", figure, figures.get(figure), atLeast ? ">=" : "<=", bound);
    }
}
