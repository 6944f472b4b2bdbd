package io.sirenorder.gateway.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.RateLimit;
import io.sirenorder.gateway.admission.Principals;
import io.sirenorder.gateway.command.Acknowledgements;
import io.sirenorder.gateway.command.Commands;
import io.sirenorder.gateway.session.Frames;
import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Principal;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.SocketConfig;
import io.sirenorder.gateway.session.SocketError;
import io.sirenorder.gateway.session.StreamPosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the frames of one client and answers them. */
final class InboundFrames {
    private static final Duration CALM = Duration.ofSeconds(10);

    private final Session session;
    private final SocketConfig config;
    private final Commands commands;
    private final Acknowledgements acknowledgements;
    private final Principals principals;
    private final RateLimit rate;
    private int breaches;
    private long breachedAt = System.nanoTime();
    private int commandsInFlight;
    private boolean saidBye;

    InboundFrames(
            Session session,
            SocketConfig config,
            Commands commands,
            Acknowledgements acknowledgements,
            Principals principals) {
        this.session = session;
        this.config = config;
        this.commands = commands;
        this.acknowledgements = acknowledgements;
        this.principals = principals;
        this.rate = new RateLimit(config.messagesPerSecond(), config.burst(), System.nanoTime());
    }

    Session session() {
        return session;
    }

    boolean isOpen() {
        return session.isOpen();
    }

    boolean saidBye() {
        return saidBye;
    }

    void receive(String text) {
        ClientFrame.parse(text).ifPresentOrElse(this::receive, this::malformed);
    }

    private void receive(ClientFrame frame) {
        if (frame.type().equals("ack")) {
            positions(frame).ifPresentOrElse(this::acknowledge, this::malformed);
        } else if (isAdmitted(frame.id())) {
            answer(frame);
        }
    }

    private void answer(ClientFrame frame) {
        switch (frame.type()) {
            case "hb" -> {}
            case "session.refresh" -> refresh(frame);
            case "session.bye" -> bye();
            default -> command(frame);
        }
    }

    private Optional<List<MailboxPosition>> positions(ClientFrame ack) {
        int recipients = session.principal().recipients().size();
        return Optional.ofNullable(ack.pos())
                .flatMap(pos -> StreamPosition.parse("", pos, recipients))
                .map(StreamPosition::positions);
    }

    /** Acknowledgements of something are as many as what was sent, so that only idle ones need a limit. */
    private void acknowledge(List<MailboxPosition> positions) {
        Map<Recipient, List<String>> keys = session.delivery().acknowledge(positions);
        keys.forEach(acknowledgements::add);
        if (keys.isEmpty()) {
            isAdmitted(null);
        }
    }

    private boolean isAdmitted(String id) {
        boolean admitted = rate.admits(System.nanoTime());
        if (!admitted) {
            breach(id, SocketError.passing("rate-limited", "Too many messages."), CloseReason.RATE_LIMITED);
        }
        return admitted;
    }

    private void command(ClientFrame frame) {
        if (!mayBeSent(frame.type())) {
            session.say(
                    Frames.error(frame.id(), SocketError.lasting("unknown-type", "This type of frame is unknown.")));
        } else if (frame.id() == null) {
            session.say(Frames.error(null, SocketError.lasting("id-required", "Commands have an id.")));
        } else {
            forward(frame);
        }
    }

    private boolean mayBeSent(String type) {
        return config.of(session.principal().kind()).commands().stream()
                .flatMap(List::stream)
                .anyMatch(type::startsWith);
    }

    private void forward(ClientFrame frame) {
        commandsInFlight++;
        if (commandsInFlight == config.commandsInFlight()) {
            session.wire().pause();
        }
        commands.forward(session, frame.id(), frame.type(), frame.d())
                .subscribe()
                .with(answer -> session.run(() -> answered(answer.frame(frame.id()))));
    }

    private void answered(String frame) {
        commandsInFlight--;
        if (commandsInFlight == config.commandsInFlight() / 2) {
            session.wire().resume();
        }
        session.say(frame);
    }

    private void refresh(ClientFrame frame) {
        String token = frame.d() == null ? "" : frame.d().path("token").asText("");
        principals
                .of(token)
                .subscribe()
                .with(
                        newer -> session.run(() -> renew(frame.id(), newer)),
                        failure -> session.run(() -> notRenewed(frame.id(), "invalid-token", "Not accepted.")));
    }

    private void renew(String id, Principal newer) {
        if (session.principal().isRenewedBy(newer)) {
            session.renew(newer);
            session.say(Frames.done(
                    id,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("tokenExpires", newer.expiresAt().toString())));
        } else {
            notRenewed(id, "token-mismatch", "This token belongs to another account.");
        }
    }

    private void notRenewed(String id, String code, String detail) {
        session.say(Frames.failed(id, SocketError.lasting(code, detail)));
    }

    private void bye() {
        saidBye = true;
        session.close(CloseReason.NORMAL);
    }

    private void malformed() {
        breach(null, SocketError.lasting("malformed-frame", "Not a frame of siren.v1."), CloseReason.BAD_REQUEST);
    }

    /** A few in a row end the socket; a calm while makes up for them. */
    private void breach(String id, SocketError trouble, CloseReason last) {
        long now = System.nanoTime();
        breaches = now - breachedAt > CALM.toNanos() ? 1 : breaches + 1;
        breachedAt = now;
        session.say(Frames.error(id, trouble));
        if (breaches >= config.breaches()) {
            session.close(last);
        }
    }
}
