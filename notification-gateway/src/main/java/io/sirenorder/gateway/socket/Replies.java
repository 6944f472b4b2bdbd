package io.sirenorder.gateway.socket;

import io.sirenorder.gateway.admission.Principals;
import io.sirenorder.gateway.command.Acknowledgements;
import io.sirenorder.gateway.command.Commands;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.SocketConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** What conversations need to answer. */
@ApplicationScoped
class Replies {
    private final SocketConfig config;
    private final Commands commands;
    private final Acknowledgements acknowledgements;
    private final Principals principals;

    Replies(SocketConfig config, Commands commands, Acknowledgements acknowledgements, Principals principals) {
        this.config = config;
        this.commands = commands;
        this.acknowledgements = acknowledgements;
        this.principals = principals;
    }

    InboundFrames with(Session session) {
        return new InboundFrames(session, this);
    }

    SocketConfig config() {
        return config;
    }

    Commands commands() {
        return commands;
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    Principals principals() {
        return principals;
    }
}
