package io.sirenorder.coupon.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import io.sirenorder.coupon.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the ledger. */
class AccountTest {
    private static final Recipient KIM = Recipient.buyer(BuyerId.of("https://id.test", "kim"));
    private final Account account = new Account(KIM);

    @Test
    void after_any_movements_the_balance_is_the_sum_of_the_entries_and_not_negative() {
        SplittableRandom random = new SplittableRandom(7);
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Movement movement = new Movement(EntryKind.EARN, random.nextLong(-20, 20), random.nextLong(-3, 3), "x");
            try {
                entries.add(account.move(movement, Heard.NOON));
            } catch (InsufficientPoints | NotEnoughStamps refused) {
                assertThat(account.points + movement.points() < 0 || account.stamps + movement.stamps() < 0)
                        .isTrue();
            }
        }
        assertThat(entries.stream().mapToLong(entry -> entry.points).sum()).isEqualTo(account.points);
        assertThat(entries.stream().mapToLong(entry -> entry.stamps).sum()).isEqualTo(account.stamps);
        assertThat(entries).allMatch(entry -> entry.pointsAfter >= 0 && entry.stampsAfter >= 0);
        assertThat(entries.get(entries.size() - 1).number).isEqualTo(entries.size());
    }

    @Test
    void an_overflow_is_an_error_and_not_a_fortune() {
        account.move(Movement.ofPoints(EntryKind.EARN, Long.MAX_VALUE, "x"), Heard.NOON);
        assertThatThrownBy(() -> account.move(Movement.ofPoints(EntryKind.EARN, 1, "x"), Heard.NOON))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void what_was_spent_meanwhile_stays_spent_and_is_written_down_as_short() {
        OrderId order = new OrderId(UUID.randomUUID());
        Earning earning = earned(order, new Loyalty(4, 1));
        account.move(Earning.movement(order, new Loyalty(4, 1)), Heard.NOON);
        account.move(Movement.ofPoints(EntryKind.RESERVE, -3, "x"), Heard.NOON);
        account.move(earning.takeBack(account), Heard.NOON);
        assertThat(account.points).isZero();
        assertThat(account.stamps).isZero();
        assertThat(earning.shortPoints).isEqualTo(3);
        assertThat(earning.shortStamps).isZero();
        assertThat(account.offset("x")).isNull();
        account.move(Movement.ofPoints(EntryKind.RELEASE, 2, "x"), Heard.NOON);
        assertThat(account.offset("x")).isEqualTo(new Movement(EntryKind.OFFSET, -2, 0, "x"));
        assertThat(account.owedPoints).isEqualTo(1);
    }

    private static Earning earned(OrderId order, Loyalty granted) {
        Earning earning = new Earning();
        earning.orderId = order.value();
        earning.recipient = KIM.value();
        earning.points = granted.points();
        earning.stamps = granted.stamps();
        earning.status = Earning.Status.EARNED;
        return earning;
    }
}
