package io.sirenorder.e2e;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;

/** Won by what paid: card, points, coupon and gift, as a wallet splits them. */
record Tenders(long card, long points, long coupon, long gift) {
    static final Tenders NONE = new Tenders(0, 0, 0, 0);

    static Tenders byCard(long won) {
        return new Tenders(won, 0, 0, 0);
    }

    static Tenders sum(Stream<Tenders> all) {
        return all.reduce(NONE, Tenders::plus);
    }

    /** Sums of a wallet's lines in its CSV, whose columns 6 to 9 are the tenders. */
    static Tenders ofLines(String csv) {
        return sum(csv.lines().skip(1).map(line -> line.split(",", -1)).map(Tenders::ofCells));
    }

    private static Tenders ofCells(String[] line) {
        long[] won = Arrays.stream(line, 6, 10).mapToLong(Long::parseLong).toArray();
        return new Tenders(won[0], won[1], won[2], won[3]);
    }

    Tenders plus(Tenders other) {
        return with(other, Long::sum);
    }

    Tenders minus(Tenders other) {
        return with(other, (mine, theirs) -> mine - theirs);
    }

    private Tenders with(Tenders other, LongBinaryOperator both) {
        return new Tenders(
                both.applyAsLong(card, other.card),
                both.applyAsLong(points, other.points),
                both.applyAsLong(coupon, other.coupon),
                both.applyAsLong(gift, other.gift));
    }

    long won() {
        return card + points + coupon + gift;
    }
}
