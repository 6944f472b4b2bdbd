package io.sirenorder.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A buyer's phone that connects again whenever its line breaks, and remembers the gifts that it was told of. */
final class Phone implements AutoCloseable {
    private final Buyer buyer;
    private final Map<String, Instant> gifts = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    Phone(Buyer buyer) {
        this.buyer = buyer;
    }

    /** The moment when it was told of that gift, or null. */
    Instant told(String gift) {
        return gifts.get(gift);
    }

    void stayConnected() {
        String resume = "";
        while (open) {
            try (Socket socket = buyer.phone(resume)) {
                socket.onFrame(this::hear);
                socket.frames().forEach(this::hear);
                new KeptConnection(socket, () -> open).awaitEnd();
                resume = socket.resumeQuery();
            } catch (RuntimeException broken) {
                Victims.sleep(Duration.ofMillis(500));
            }
        }
    }

    private void hear(Frame frame) {
        if (frame.isA("gift.received")) {
            gifts.putIfAbsent(frame.text("giftId"), Instant.now());
        }
        if (frame.isA("session.reset")) {
            JsonNode box = buyer.api().get("/gifts?limit=100").expect(200).body();
            box.path("items")
                    .forEach(gift -> gifts.putIfAbsent(gift.path("giftId").asText(), Instant.now()));
        }
    }

    @Override
    public void close() {
        open = false;
    }
}
