package io.sirenorder.gateway.session;

import io.quarkus.websockets.next.WebSocketConnection;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One open socket and what has been said over it. Everything but the plain questions runs on its event loop:
 * {@link #run} takes you there.
 */
public final class Session {
    private static final Logger LOG = Logger.getLogger(Session.class);
    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_HELD = 256;

    private enum State {
        CATCHING_UP,
        LIVE,
        CLOSED
    }

    private final WebSocketConnection connection;
    private final Admission admission;
    private final SocketMetrics metrics;
    private final Outbound outbound;
    private final Unacknowledged unacknowledged = new Unacknowledged();
    private final List<Push> held = new ArrayList<>();
    private volatile State state = State.CATCHING_UP;
    private volatile Principal principal;
    private volatile CloseReason closedFor;
    private volatile Integer refusedWith;
    private Bookmark heard;
    private boolean gapSuspected;
    private boolean catchingUp = true;
    private Instant noticed;
    private long pingedAt = System.nanoTime();

    Session(WebSocketConnection connection, Admission admission, SocketConfig config, SocketMetrics metrics) {
        this.connection = connection;
        this.admission = admission;
        this.metrics = metrics;
        this.principal = admission.principal();
        this.outbound = new Outbound(admission.wire(), this::write, config.maxPendingBytes(), config.droppable());
        admission.wire().onRefused(this::refused);
    }

    public String id() {
        return connection.id();
    }

    public Principal principal() {
        return principal;
    }

    public Admission admission() {
        return admission;
    }

    public Wire wire() {
        return admission.wire();
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** Why we closed it, or null if we did not. */
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
    public void hear(Push push) {
        run(() -> {
            switch (state) {
                case LIVE -> deliver(push, false);
                case CATCHING_UP -> hold(push);
                case CLOSED -> LOG.trace("too late");
            }
        });
    }

    private void hold(Push push) {
        if (held.size() < MOST_HELD) {
            held.add(push);
        } else {
            close(CloseReason.INSUFFICIENT_STATE);
        }
    }

    /** Sends what is newer than heard: what was read from the mailbox may come over the channel too. */
    private void deliver(Push push, boolean replayed) {
        int recipient = principal.recipients().indexOf(push.recipient());
        if (!heard.positions().get(recipient).isBefore(push.position()) || !isOpen()) {
            return;
        }
        heard = heard.with(recipient, push.position());
        if (push.toBeAcked()) {
            unacknowledged.add(push);
        }
        if (outbound.push(push, push.frame(heard), replayed)) {
            metrics.pushed(push);
        } else {
            close(CloseReason.SLOW_CONSUMER);
        }
    }

    /** Says something of the gateway's own. */
    public void say(String frame) {
        if (isOpen() && !outbound.say(frame)) {
            close(CloseReason.SLOW_CONSUMER);
        }
    }

    /** Starts at the given place; what lies before it and asks for an acknowledgement can still get it. */
    public void begin(Bookmark from, List<Push> earlier) {
        heard = from;
        earlier.forEach(unacknowledged::add);
    }

    /** Something may have been missed: holds messages back until {@link #catchUp}. */
    public void suspectGap() {
        gapSuspected = isOpen();
        if (state == State.LIVE) {
            state = State.CATCHING_UP;
        }
    }

    public boolean isGapSuspected() {
        return gapSuspected;
    }

    /** Where to read on from, if there is a suspicion, which whoever takes it has to clear up. */
    public Optional<Bookmark> takeSuspicion() {
        boolean free = gapSuspected && !catchingUp && heard != null;
        gapSuspected = gapSuspected && !free;
        catchingUp = catchingUp || free;
        return free ? Optional.of(heard) : Optional.empty();
    }

    /** Sends what was missed, then what was held; a new suspicion goes on holding. */
    public void catchUp(List<Push> missed) {
        missed.forEach(push -> deliver(push, true));
        catchingUp = false;
        if (!gapSuspected && isOpen()) {
            held.forEach(push -> deliver(push, true));
            held.clear();
            state = isOpen() ? State.LIVE : state;
        }
    }

    /** The keys that an acknowledgement of these positions is for, by recipient. */
    public Map<Recipient, List<String>> acknowledge(List<Position> positions) {
        return unacknowledged.takeUpTo(principal.recipients(), positions);
    }

    /** Closes with a code, and cuts the connection if the peer does not answer. Any thread. */
    public void close(CloseReason reason) {
        run(() -> {
            if (isOpen()) {
                state = State.CLOSED;
                closedFor = reason;
                held.clear();
                wire().cutAfter(CLOSING_PATIENCE);
                connection
                        .close(new io.quarkus.websockets.next.CloseReason(reason.code(), reason.text()))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf(failure, "Closing %s", id()));
            }
        });
    }

    /** The connection has ended, whoever ended it. */
    void ended() {
        state = State.CLOSED;
        held.clear();
    }

    /** Whether this token's end has not been announced yet; it counts as announced from now on. */
    public boolean isFirstNoticeOf(Instant expiry) {
        boolean first = !expiry.equals(noticed);
        noticed = expiry;
        return first;
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
        connection
                .sendPing(Buffer.buffer())
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf(failure, "Pinging %s", id()));
    }

    private void refused(int code) {
        refusedWith = code;
        ended();
    }

    private void write(String frame) {
        connection.sendText(frame).subscribe().with(done -> {}, failure -> LOG.debugf(failure, "Writing to %s", id()));
    }
}
