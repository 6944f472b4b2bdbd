package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Guards the price of an order in the database server, from the checkout to the sale in the wallet, till and phone connected. */
@PlaysAlone
class CostTest {
    /**
     * Seen for an order on its own, the stack's own work taken off: 65 statements, BEGIN and COMMIT among them, and 15 to 17
     * writing transactions. A change that needs more raises the bound and says in its commit for what; one that needs less lowers it.
     */
    private static final Cost MOST = new Cost(75, 17);

    private static final int ORDERS = 10;
    /** Measurements at most, of which the least counts: other work on the machine adds repeated calls, and takes none away. */
    private static final int MEASUREMENTS = 3;

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void an_order_costs_no_more_than_agreed() throws InterruptedException {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            long won = play(till, phone);
            settle(won);
            Cost least = measure(till, phone, won);
            for (int again = 1; again < MEASUREMENTS && !least.isWithin(MOST); again++) {
                least = least.least(measure(till, phone, merchant.balance()));
            }
            assertThat(least.statements).as("statements").isBetween(20L, MOST.statements);
            assertThat(least.writes).as("writing transactions").isBetween(4L, MOST.writes);
        }
    }

    /** The stack's own work, measured over the same time, is taken off. */
    private Cost measure(Socket till, Socket phone, long balance) throws InterruptedException {
        long won = balance;
        Instant begin = Instant.now();
        Cost before = cost();
        for (int order = 0; order < ORDERS; order++) {
            won += play(till, phone);
        }
        settle(won);
        Cost orders = cost().minus(before);
        Duration took = Duration.between(begin, Instant.now());

        Cost still = cost();
        Thread.sleep(took.toMillis());
        Cost each = orders.minus(cost().minus(still)).dividedBy(ORDERS);
        System.out.printf("an order costs %d statements, %d writing transactions%n", each.statements, each.writes);
        return each;
    }

    /** Waits for what the orders still cause, and for caches that fill. */
    private void settle(long won) throws InterruptedException {
        Eventually.is(merchant::balance, won);
        Thread.sleep(QUIET.toMillis());
    }

    private long play(Socket till, Socket phone) {
        var checkout = stack.payAtOpenStore(buyer, merchant);
        String orderId = checkout.text("checkoutId");
        Frame ticket = till.await("order.placed", frame -> frame.text("orderId").equals(orderId));
        till.ack(ticket);
        merchant.accept(orderId, 5).expect(200);
        merchant.finish(orderId).expect(200);
        phone.await(
                "order.status",
                frame -> frame.text("orderId").equals(orderId)
                        && frame.text("status").equals("finish"));
        return checkout.number("amountKrw");
    }

    private Cost cost() {
        return new Cost(
                stack.databases()
                        .count("store", "SELECT coalesce(sum(calls), 0)::bigint FROM statistics.pg_stat_statements"),
                stack.databases().count("store", "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"));
    }

    private record Cost(long statements, long writes) {
        Cost minus(Cost other) {
            return new Cost(statements - other.statements, writes - other.writes);
        }

        Cost least(Cost other) {
            return new Cost(Math.min(statements, other.statements), Math.min(writes, other.writes));
        }

        boolean isWithin(Cost most) {
            return statements <= most.statements && writes <= most.writes;
        }

        Cost dividedBy(int number) {
            return new Cost(statements / number, writes / number);
        }
    }
}
