package io.sirenorder.merchant.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.merchant.wallet.StatementLine.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums, CSV and digest of a day. */
class DayStatementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");

    @Test
    void the_sums_are_those_of_the_lines_and_the_tenders_add_up_to_the_net() {
        DayTotals totals = statement().totals();
        assertThat(totals.sales()).isEqualTo(3);
        assertThat(totals.salesKrw()).isEqualTo(13_500);
        assertThat(totals.reversals()).isEqualTo(1);
        assertThat(totals.reversalsKrw()).isEqualTo(-4_500);
        assertThat(totals.netKrw()).isEqualTo(9_000);
        assertThat(totals.byTender()).isEqualTo(new DayTotals.ByTender(4_000, 500, 4_500, 0, 0));
    }

    @Test
    void the_csv_re_adds() {
        List<String> rows = statement().csv().substring(1).lines().toList();
        assertThat(rows.get(0)).isEqualTo(StatementLine.CSV_HEADER);
        long net = 0;
        for (String row : rows.subList(1, rows.size())) {
            long[] cells = Arrays.stream(row.split(",", -1))
                    .skip(5)
                    .limit(5)
                    .mapToLong(Long::parseLong)
                    .toArray();
            assertThat(cells[1] + cells[2] + cells[3] + cells[4]).isEqualTo(cells[0]);
            net += cells[0];
        }
        assertThat(net).isEqualTo(statement().totals().netKrw());
    }

    @Test
    void the_csv_is_utf_8_with_a_byte_order_mark_and_has_no_negative_zero() {
        assertThat(statement().csv())
                .startsWith("\ufeffentryId,")
                .endsWith("\r\n")
                .doesNotContain(",-0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1"})
    void a_cell_that_a_spreadsheet_could_calculate_is_text(String number) {
        assertThat(line(number, EntryKind.SALE, 0, new Split(0, 0, 0, 0, "BUYER"))
                        .csv())
                .contains(",\"'" + number + "\",SALE,");
    }

    @Test
    void quotes_and_commas_stay_in_their_cell() {
        assertThat(line("A \"1\", b", EntryKind.SALE, 0, new Split(0, 0, 0, 0, "BUYER"))
                        .csv())
                .contains(",\"A \"\"1\"\", b\",SALE,");
    }

    @Test
    void the_digest_is_of_each_won_of_each_line() {
        StatementLine line = line("1", EntryKind.SALE, 5, new Split(5, 0, 0, 0, "BUYER"));
        StatementLine other = new StatementLine(
                line.entryId(), line.at(), line.orderId(), "1", EntryKind.SALE, 5, new Split(4, 1, 0, 0, "HOUSE"));
        DayStatement statement = new DayStatement(DAY, List.of(line));
        assertThat(statement.digest()).hasSize(64).isEqualTo(new DayStatement(DAY, List.of(line)).digest());
        assertThat(new DayStatement(DAY, List.of(other)).digest()).isNotEqualTo(statement.digest());
        assertThat(new DayStatement(DAY, List.of()).digest()).isNotEqualTo(statement.digest());
    }

    private static DayStatement statement() {
        return new DayStatement(
                DAY,
                List.of(
                        line("1", EntryKind.SALE, 4_500, new Split(4_500, 0, 0, 0, "BUYER")),
                        line("2", EntryKind.SALE, 4_500, new Split(4_000, 500, 0, 0, "HOUSE")),
                        line("3", EntryKind.SALE, 4_500, new Split(0, 0, 4_500, 0, "HOUSE")),
                        line("1", EntryKind.REVERSAL, -4_500, new Split(-4_500, 0, 0, 0, "BUYER"))));
    }

    private static StatementLine line(String number, EntryKind kind, long amount, Split split) {
        return new StatementLine(UUID.randomUUID(), NOON, new OrderId(UUID.randomUUID()), number, kind, amount, split);
    }
}
