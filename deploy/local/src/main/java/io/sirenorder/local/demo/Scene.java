package io.sirenorder.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import io.sirenorder.client.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The people of the demo and the moves that its stories share. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    final Timeline timeline;
    final Api door;
    final PortOne portone;
    final Path demoStore;
    long balanceBefore;
    Merchant merchant;
    Socket till;
    Buyer buyer;
    Socket phone;

    Scene(Timeline timeline, String door, String simulator, Path demoStore) {
        this.timeline = timeline;
        this.demoStore = demoStore;
        this.door = Api.at(door);
        this.portone = new PortOne(Api.at(simulator));
    }

    /** The till gets the order and says so. */
    Frame tillShows(String orderId, Instant cause) {
        Frame order = timeline.hears(
                Actor.TILL,
                "order.placed",
                cause,
                () -> till.await("order.placed", frame -> frame.text("orderId").equals(orderId), PATIENCE),
                frame -> ": no. " + frame.text("number") + ", " + Wording.lines(frame) + ", acks");
        till.ack(order);
        return order;
    }

    /** The buyer is told the order's status. */
    Frame buyerHears(String orderId, String status, Instant cause) {
        return timeline.hears(
                Actor.BUYER,
                "order.status " + status,
                cause,
                () -> phone.await("order.status", frame -> isAt(frame, orderId, status), PATIENCE),
                Wording::details);
    }

    private static boolean isAt(Frame frame, String orderId, String status) {
        return frame.text("orderId").equals(orderId) && frame.text("status").equals(status);
    }

    /** The merchant decides at the till: a command up the socket, a reply down. */
    Instant commands(String what, String type, ObjectNode d) {
        Instant start = Instant.now();
        timeline.does(Actor.MERCHANT, what, () -> accepted(till.command(type, d)));
        return start;
    }

    private static Frame accepted(Frame reply) {
        if (!reply.json().path("ok").asBoolean()) {
            throw new IllegalStateException("the reply is " + reply.json());
        }
        return reply;
    }

    static ObjectNode order(String orderId) {
        return Json.object().put("orderId", orderId);
    }

    /** A checkout, once the till's connection has opened the store. */
    Answer checksOut(int quantity) {
        awaitOpen();
        return timeline.does(
                Actor.BUYER,
                "checks out " + quantity + " × Americano",
                () -> buyer.checkOut(merchant.storeId(), "americano", quantity, 0)
                        .expect(201),
                checkout -> ": " + Wording.won(checkout.number("amountKrw")) + " to pay");
    }

    /** The store knows its merchant. */
    void awaitStore() {
        timeline.does(
                Actor.MERCHANT,
                "finds the store listed",
                () -> until("the store is listed", () -> store().status() == 200));
    }

    Answer store() {
        return door.get("/stores/" + merchant.storeId());
    }

    void awaitOpen() {
        timeline.does(Actor.BUYER, "finds the store open", () -> until("the store is open", this::isOpen));
    }

    private boolean isOpen() {
        return store().body().path("open").asBoolean();
    }

    /** The buyer pays in PortOne's window; PortOne's webhook does the rest. */
    Instant pays(Answer checkout) {
        Instant start = Instant.now();
        timeline.does(
                Actor.BUYER, "pays at PortOne", () -> portone.pay(checkout).expect(200));
        return start;
    }

    /** PortOne's side shows the whole amount returned. */
    void isRefunded(Answer checkout) {
        String paymentId = checkout.text("checkoutId");
        long paid = checkout.number("amountKrw");
        timeline.does(
                Actor.PORTONE,
                "shows " + Wording.won(paid) + " refunded",
                () -> until("PortOne shows the refund", () -> portone.refunded(paymentId) == paid));
    }

    /** Looks again until it is so. */
    boolean until(String what, Supplier<Boolean> isSo) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!isSo.get()) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("after " + PATIENCE.toSeconds() + " s it is still not so: " + what);
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The public API as an operator. */
    Api operator() {
        return door.as(door.post("/dev/operators", Map.of()).expect(201).text("accessToken"));
    }

    /** A drink for a coupon: no PortOne, no money. */
    Answer ordersWith(String code) {
        Map<String, Object> wish = Map.of("code", code, "options", Map.of(), "pickup", "TO_GO");
        return buyer.api()
                .post("/stores/" + merchant.storeId() + "/coupon-orders", wish)
                .expect(201);
    }
}
