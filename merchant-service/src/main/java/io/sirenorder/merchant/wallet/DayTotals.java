package io.sirenorder.merchant.wallet;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Counts and sums of entries.
 *
 * @param reversalsKrw never positive
 * @param byTender the net sums by what paid
 */
record DayTotals(
        @Schema(required = true) long sales,
        @Schema(required = true) long salesKrw,
        @Schema(required = true) long reversals,
        @Schema(required = true) long reversalsKrw,
        @Schema(required = true) long netKrw,
        @Schema(required = true) ByTender byTender) {

    /**
     * Net sums by what paid; they add up to {@code netKrw}.
     *
     * @param unknownKrw of entries that releases without splits booked and that are not split yet
     */
    @Schema(name = "SumsByTender")
    record ByTender(
            @Schema(required = true) long cardKrw,
            @Schema(required = true) long pointsKrw,
            @Schema(required = true) long couponKrw,
            @Schema(required = true) long giftKrw,
            @Schema(required = true) long unknownKrw) {}

    static DayTotals of(List<StatementLine> lines) {
        long sales = count(lines, EntryKind.SALE);
        long salesKrw = amount(lines, EntryKind.SALE);
        long reversals = count(lines, EntryKind.REVERSAL);
        long reversalsKrw = amount(lines, EntryKind.REVERSAL);
        long unknown = lines.stream()
                .filter(line -> !line.isSplit())
                .mapToLong(StatementLine::amountKrw)
                .reduce(0, Math::addExact);
        ByTender tenders = new ByTender(
                part(lines, StatementLine.Split::cardKrw),
                part(lines, StatementLine.Split::pointsKrw),
                part(lines, StatementLine.Split::couponKrw),
                part(lines, StatementLine.Split::giftKrw),
                unknown);
        return new DayTotals(sales, salesKrw, reversals, reversalsKrw, Math.addExact(salesKrw, reversalsKrw), tenders);
    }

    private static long count(List<StatementLine> lines, EntryKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    private static long amount(List<StatementLine> lines, EntryKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(StatementLine::amountKrw)
                .reduce(0, Math::addExact);
    }

    private static long part(List<StatementLine> lines, ToLongFunction<StatementLine.Split> part) {
        return lines.stream()
                .map(StatementLine::split)
                .filter(Objects::nonNull)
                .mapToLong(part)
                .reduce(0, Math::addExact);
    }
}
