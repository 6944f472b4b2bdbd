package io.sirenorder.gateway.socket;

import io.sirenorder.gateway.admission.Principals;
import io.sirenorder.gateway.command.Acknowledgements;
import io.sirenorder.gateway.command.Commands;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.SocketConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the reader of each client's frames. */
@ApplicationScoped
class InboundFramesFactory {
    private final SocketConfig config;
    private final Commands commands;
    private final Acknowledgements acknowledgements;
    private final Principals principals;

    InboundFramesFactory(
            SocketConfig config, Commands commands, Acknowledgements acknowledgements, Principals principals) {
        this.config = config;
        this.commands = commands;
        this.acknowledgements = acknowledgements;
        this.principals = principals;
    }

    InboundFrames of(Session session) {
        return new InboundFrames(session, config, commands, acknowledgements, principals);
    }
}
