package io.sirenorder.gateway.session;

import io.quarkus.websockets.next.WebSocketConnection;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One open socket. Everything but the plain questions runs on its event loop: {@link #run} takes you there, and what is
 * sent there one after the other is done in that order.
 */
public final class Session {
    private static final Logger LOG = Logger.getLogger(Session.class);
    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(3);

    private final WebSocketConnection connection;
    private final Admission admission;
    private final Outbound outbound;
    private final ClientDelivery delivery;
    private volatile boolean open = true;
    private volatile boolean welcomed;
    private volatile Principal principal;
    private volatile CloseReason closedFor;
    private volatile Integer refusedWith;
    private Instant noticed;
    private long pingedAt = System.nanoTime();

    Session(WebSocketConnection connection, Admission admission, SocketConfig config, SocketMetrics metrics) {
        this.connection = connection;
        this.admission = admission;
        this.principal = admission.principal();
        this.outbound =
                new Outbound(admission.wire(), admission.wire()::write, config.maxPendingBytes(), config.droppable());
        this.delivery = new ClientDelivery(this, outbound, metrics);
        admission.wire().onRefused(this::refused);
    }

    public String id() {
        return connection.id();
    }

    public Principal principal() {
        return principal;
    }

    /** Finds its recipient of that name, which it must have. */
    public Recipient recipient(String name) {
        for (Recipient each : principal.recipients()) {
            if (each.value().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name);
    }

    public Admission admission() {
        return admission;
    }

    public Wire wire() {
        return admission.wire();
    }

    /** The messages delivered to its client; on the event loop only. */
    public ClientDelivery delivery() {
        return delivery;
    }

    public boolean isOpen() {
        return open;
    }

    /** The reason for which the gateway closed it, or null. */
    public CloseReason closedFor() {
        return closedFor;
    }

    /** With which code the guard closed it, if it did. */
    public Optional<Integer> refusedWith() {
        return Optional.ofNullable(refusedWith);
    }

    /** A newer token for the same principal. */
    public void renew(Principal newer) {
        principal = newer;
    }

    public void run(Runnable task) {
        wire().run(task);
    }

    /** A message from the feed, from any thread. */
    public void receive(Push push) {
        run(() -> {
            if (open) {
                delivery.receive(push);
            }
        });
    }

    /** Says something of the gateway's own. */
    public void say(String frame) {
        if (open && !outbound.say(frame.getBytes(StandardCharsets.UTF_8))) {
            close(CloseReason.SLOW_CONSUMER);
        }
    }

    /** Sends the welcome, the first frame of each session. */
    public void welcome(String frame) {
        say(frame);
        welcomed = true;
    }

    /** Closes with a code, and cuts the connection if the peer does not answer. Any thread. */
    public void close(CloseReason reason) {
        run(() -> {
            if (open) {
                open = false;
                closedFor = reason;
                wire().cutAfter(CLOSING_PATIENCE);
                connection
                        .close(new io.quarkus.websockets.next.CloseReason(reason.code(), reason.text()))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf(failure, "Closing %s", id()));
            }
        });
    }

    /** The connection has ended, from either side. */
    void ended() {
        open = false;
    }

    /**
     * Whether this token's end has not been announced yet; it counts as announced from now on. Never before the welcome,
     * which is the first frame.
     */
    public boolean isFirstNoticeOf(Instant expiry) {
        if (!welcomed || expiry.equals(noticed)) {
            return false;
        }
        noticed = expiry;
        return true;
    }

    public boolean isPingDue(Duration interval) {
        return System.nanoTime() - pingedAt >= interval.toNanos();
    }

    /** Asks for a sign of life, also in a frame if the client cannot see pings. */
    public void ping(Instant now) {
        pingedAt = System.nanoTime();
        if (admission.heartbeats()) {
            say(Frames.heartbeat(now));
        }
        wire().ping();
    }

    private void refused(int code) {
        refusedWith = code;
        ended();
    }
}
