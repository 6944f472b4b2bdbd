package io.sirenorder.gateway.session;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tracks the messages delivered to one client and those it may have missed. While that is unknown, messages are held back; they flow
 * again when the mailbox has been read. Lives on the event loop.
 */
public final class ClientDelivery {
    private static final int MOST_HELD = 256;

    private final Session session;
    private final Outbound outbound;
    private final SocketMetrics metrics;
    private final List<Recipient> recipients;
    private final Unacknowledged unacknowledged = new Unacknowledged();
    private final List<Push> held = new ArrayList<>();
    private StreamPosition reached;
    private boolean live;
    private boolean catchingUp = true;
    private boolean gapSuspected;

    ClientDelivery(Session session, Outbound outbound, SocketMetrics metrics) {
        this.session = session;
        this.outbound = outbound;
        this.metrics = metrics;
        this.recipients = session.principal().recipients();
    }

    /** A message from the feed. */
    void receive(Push push) {
        if (live) {
            deliver(push, false);
        } else if (held.size() < MOST_HELD) {
            held.add(push);
        } else {
            session.close(CloseReason.INSUFFICIENT_STATE);
        }
    }

    /** Starts at the given place; what lies before it and asks for an acknowledgement can still get it. */
    public void begin(StreamPosition from, List<Push> earlier) {
        reached = from;
        earlier.forEach(unacknowledged::add);
    }

    /** Something may have been missed: holds messages back until {@link #catchUp}. */
    public void suspectGap() {
        gapSuspected = true;
        live = false;
    }

    public boolean isGapSuspected() {
        return gapSuspected;
    }

    /** The position to read on from, if a gap is suspected; the caller has to close it. */
    public Optional<StreamPosition> takeSuspicion() {
        if (!gapSuspected || catchingUp) {
            return Optional.empty();
        }
        gapSuspected = false;
        catchingUp = true;
        return Optional.of(reached);
    }

    /** Sends what was missed, then what was held; a new suspicion goes on holding. */
    public void catchUp(List<Push> missed) {
        missed.forEach(push -> deliver(push, true));
        catchingUp = false;
        if (!gapSuspected) {
            held.forEach(push -> deliver(push, true));
            held.clear();
            live = true;
        }
    }

    /** The keys that an acknowledgement of these positions is for, by recipient. */
    public Map<Recipient, List<String>> acknowledge(List<MailboxPosition> positions) {
        return unacknowledged.takeUpTo(recipients, positions);
    }

    /** Sends what is newer than the last push: a message that was read from the mailbox may come over the channel too. */
    private void deliver(Push push, boolean replayed) {
        int recipient = recipients.indexOf(push.recipient());
        if (!session.isOpen() || !reached.positions().get(recipient).isBefore(push.position())) {
            return;
        }
        reached = reached.with(recipient, push.position());
        if (push.toBeAcked()) {
            unacknowledged.add(push);
        }
        if (outbound.push(push, push.frame(reached), replayed)) {
            metrics.pushed(push);
        } else {
            session.close(CloseReason.SLOW_CONSUMER);
        }
    }
}
