package io.sirenorder.local.chaos;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rehearsal of an outage of Redis: buyers go on ordering, and another, empty Redis comes at the same address. */
public final class RedisDrill {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Stoppable redis;
    private final PrintStream out;
    private final Victims victims;
    private final Invariants invariants;
    private final List<String> paid = new ArrayList<>();
    private Duration firstRefusal;

    public RedisDrill(StateDirectory state, Stoppable redis, PrintStream out) {
        this.redis = redis;
        this.out = out;
        this.victims = new Victims(state);
        this.invariants = new Invariants(state);
    }

    /** Whether each order that was paid while there was no Redis reached its till and the wallet. */
    public boolean play(int seconds) {
        try (Till till = new Till(Merchant.register(victims.door(), "레디스 훈련 카페"))) {
            new Thread(till::stayConnected, "drill-till").start();
            DrillLoad.await(() -> isOpen(till.merchant()));
            redis.stop();
            out.println("  1 Redis is stopped");
            order(till.merchant(), Duration.ofSeconds(seconds));
            out.println("  2 " + paid.size() + " orders are paid without it in " + seconds + " s, "
                    + (firstRefusal == null
                            ? "none is refused"
                            : "new ones are refused from second " + firstRefusal.toSeconds() + " on"));
            redis.start();
            return verdict(till);
        }
    }

    private boolean isOpen(Merchant merchant) {
        Answer store = victims.door().get("/stores/" + merchant.storeId());
        return store.status() == 200 && store.body().path("open").asBoolean();
    }

    private void order(Merchant merchant, Duration time) {
        PortOne portone = new PortOne(victims.simulator());
        Instant begin = Instant.now();
        for (int n = 0; Instant.now().isBefore(begin.plus(time)); n++) {
            Buyer buyer = Buyer.signIn(victims.door(), "redis-drill-" + n + "@example.com", "손님");
            Answer checkout = buyer.checkOut(merchant.storeId());
            if (checkout.status() == 201) {
                portone.pay(checkout).expect(200);
                paid.add(checkout.text("checkoutId"));
            } else if (firstRefusal == null) {
                firstRefusal = Duration.between(begin, Instant.now());
            }
            Victims.sleep(PACE);
        }
    }

    private boolean verdict(Till till) {
        Instant begin = Instant.now();
        List<String> broken = new ArrayList<>();
        try {
            DrillLoad.await(() -> till.heard().containsAll(paid));
            out.println("  3 an empty Redis has its place; the till knows all of them after"
                    + Terminal.seconds(Duration.between(begin, Instant.now())));
            paid.forEach(order -> make(till.merchant(), order));
            DrillLoad.await(
                    () -> isBooked(till.merchant()) && invariants.unsettled().isEmpty());
        } catch (IllegalStateException late) {
            broken.addAll(invariants.unsettled());
            broken.add(late.getMessage());
        }
        broken.addAll(invariants.differencesToPortOne());
        broken.forEach(line -> out.println(Terminal.red("✘ ") + line));
        out.println(
                broken.isEmpty()
                        ? Terminal.green("✔ no order is lost: ") + paid.size()
                                + " are finished and in the wallet; PortOne and" + " our books agree"
                        : "the outage cost orders");
        return broken.isEmpty();
    }

    private static void make(Merchant merchant, String order) {
        merchant.accept(order, 5).expect(200);
        merchant.finish(order).expect(200);
    }

    private boolean isBooked(Merchant merchant) {
        long sum = paid.stream()
                .mapToLong(order -> merchant.order(order).path("amountKrw").asLong())
                .sum();
        return merchant.balance() == sum;
    }
}
