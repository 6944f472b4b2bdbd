package io.sirenorder.local.chaos;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A buyer of its own at a store of its own, who sees whether orders and gifts arrive in time. */
final class Probe implements AutoCloseable {
    /** From the wish to the till, and to be slower is no service. */
    private static final Duration SERVED = Duration.ofSeconds(3);

    private static final int IN_A_ROW = 3;
    private static final Duration POLL = Duration.ofMillis(50);

    private final Api door;
    private final PortOne portone;
    private final Till till;
    private final Buyer giver;
    private final Buyer receiver;
    private final Phone phone;

    Probe(Victims victims) {
        door = victims.door();
        portone = new PortOne(victims.simulator());
        till = new Till(Merchant.register(door, "회복 카페"));
        giver = buyer();
        receiver = buyer();
        phone = new Phone(receiver);
        new Thread(till::stayConnected, "probe-till").start();
        new Thread(phone::stayConnected, "probe-phone").start();
    }

    private Buyer buyer() {
        return Buyer.signIn(door, "probe-" + UUID.randomUUID() + "@example.com", "손님");
    }

    Till till() {
        return till;
    }

    /** Pays a gift, and answers its number. */
    String give() {
        Answer checkout = giver.checkOutGift(receiver.email(), "고마워요").expect(201);
        portone.pay(checkout).expect(200);
        return checkout.text("checkoutId");
    }

    /** The moment when the phone was told of a gift; null if it was not before the limit. */
    Instant told(String gift, Instant limit) {
        isSoon(() -> phone.told(gift) != null, limit);
        return phone.told(gift);
    }

    /** The moment from which several orders one after the other reached the till in time; null if there is none before the limit. */
    Instant served(Instant limit) {
        int row = 0;
        Instant since = null;
        while (row < IN_A_ROW && Instant.now().isBefore(limit)) {
            Instant begin = Instant.now();
            boolean served = isServed();
            since = row == 0 ? begin : since;
            row = served ? row + 1 : 0;
        }
        return row < IN_A_ROW ? null : since;
    }

    private boolean isServed() {
        Instant limit = Instant.now().plus(SERVED);
        try {
            Answer checkout = buyer().checkOut(till.merchant().storeId()).expect(201);
            portone.pay(checkout).expect(200);
            return isSoon(() -> till.heard().contains(checkout.text("checkoutId")), limit);
        } catch (RuntimeException notServed) {
            Victims.sleep(POLL);
            return false;
        }
    }

    private static boolean isSoon(BooleanSupplier goal, Instant limit) {
        while (!goal.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                return false;
            }
            Victims.sleep(POLL);
        }
        return true;
    }

    @Override
    public void close() {
        till.close();
        phone.close();
    }
}
