package io.sirenorder.local.chaos;

import io.sirenorder.client.Frame;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A till that connects again whenever its line breaks, acknowledges each order and remembers it. */
final class Till implements AutoCloseable {
    private final Merchant merchant;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    Till(Merchant merchant) {
        this.merchant = merchant;
    }

    Merchant merchant() {
        return merchant;
    }

    Set<String> heard() {
        return heard;
    }

    void stayConnected() {
        while (open) {
            try (Socket socket = merchant.till("")) {
                socket.onFrame(frame -> hear(socket, frame));
                socket.frames().forEach(frame -> hear(socket, frame));
                loadWaiting();
                new KeptConnection(socket, () -> open).awaitEnd();
            } catch (RuntimeException broken) {
                Victims.sleep(Duration.ofMillis(500));
            }
        }
    }

    /** A new connection begins with the orders that wait: those of a gap are not pushed for long. */
    private void loadWaiting() {
        merchant.api()
                .get("/stores/" + merchant.storeId() + "/orders?status=WAITING&limit=100")
                .expect(200)
                .body()
                .path("items")
                .forEach(order -> heard.add(order.path("orderId").asText()));
    }

    private void hear(Socket socket, Frame frame) {
        if (frame.isA("session.reset")) {
            loadWaiting();
        }
        if (frame.isA("order.placed")) {
            heard.add(frame.text("orderId"));
            socket.ack(frame);
        }
    }

    @Override
    public void close() {
        open = false;
    }
}
