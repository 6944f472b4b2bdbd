package io.sirenorder.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whether messages reach this node, for all to ask. */
@ApplicationScoped
public class SubscriptionState {
    private volatile boolean up;
    private volatile long downSince = System.nanoTime();

    public boolean isUp() {
        return up;
    }

    /** For how long they have not. */
    public Duration downFor() {
        return up ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - downSince);
    }

    void rise() {
        up = true;
    }

    void fall() {
        if (up) {
            downSince = System.nanoTime();
        }
        up = false;
    }
}
