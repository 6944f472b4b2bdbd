package io.sirenorder.gateway.drain;

import io.sirenorder.gateway.command.Acknowledgements;
import io.sirenorder.gateway.command.Commands;
import io.sirenorder.gateway.delivery.SubscriptionState;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.gateway.session.SocketKind;
import io.sirenorder.kit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of this gateway, for operators. */
@Path("/vitals/gateway")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
public class GatewayVitalsResource {
    /**
     * The state of the node that answers.
     *
     * @param version the build of the node
     * @param subscriptionDownSeconds how long no messages have come from Redis, 0 while they do
     * @param commandsInFlight commands without a reply yet
     * @param acknowledgementsWaiting acknowledgements that store-service has not taken yet
     */
    @Schema(name = "GatewayVitals")
    public record Vitals(
            String service,
            String version,
            long merchantSockets,
            long buyerSockets,
            boolean subscriptionUp,
            long subscriptionDownSeconds,
            int commandsInFlight,
            int acknowledgementsWaiting,
            boolean draining) {}

    private final Sessions sessions;
    private final SubscriptionState subscription;
    private final Commands commands;
    private final Acknowledgements acknowledgements;
    private final Drain drain;
    private final String version;

    GatewayVitalsResource(
            Sessions sessions,
            SubscriptionState subscription,
            Commands commands,
            Acknowledgements acknowledgements,
            Drain drain,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.sessions = sessions;
        this.subscription = subscription;
        this.commands = commands;
        this.acknowledgements = acknowledgements;
        this.drain = drain;
        this.version = version;
    }

    /** The state of the node that answers. */
    @GET
    @Operation(operationId = "getGatewayVitals", summary = "Reads the state of the node of the gateway that answers")
    public Vitals vitals() {
        return new Vitals(
                "gateway",
                version,
                sessions.all(SocketKind.MERCHANT).count(),
                sessions.all(SocketKind.BUYER).count(),
                subscription.isUp(),
                subscription.isUp() ? 0 : subscription.downFor().toSeconds(),
                commands.inFlight(),
                acknowledgements.waiting(),
                drain.hasBegun());
    }
}
