package io.sirenorder.merchant.wallet;

import io.sirenorder.kit.digest.Digests;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of one wallet and Korean day, in the order of their booking, and what follows from them. */
record DayStatement(LocalDate day, List<StatementLine> lines) {
    private static final String LINE_END = "\r\n";
    /** Tells spreadsheets that the text is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Whether what paid is known of each line. */
    boolean isComplete() {
        return lines.stream().allMatch(StatementLine::isSplit);
    }

    DayTotals totals() {
        return DayTotals.of(lines);
    }

    String csv() {
        return BYTE_ORDER_MARK + StatementLine.CSV_HEADER + LINE_END + rows();
    }

    /** SHA-256, in hexadecimal, of the CSV's lines without byte order mark and header, each with its CR LF. */
    String digest() {
        return HexFormat.of().formatHex(Digests.sha256(rows()));
    }

    private String rows() {
        return lines.stream().map(line -> line.csv() + LINE_END).collect(Collectors.joining());
    }
}
