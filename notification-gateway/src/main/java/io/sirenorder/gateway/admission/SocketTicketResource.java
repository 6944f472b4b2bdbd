package io.sirenorder.gateway.admission;

import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Hands out tickets for sockets. */
@Cancellable(false)
@Path("/ws-tickets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sockets")
class SocketTicketResource {
    private final Principals principals;
    private final SocketTickets tickets;

    SocketTicketResource(Principals principals, SocketTickets tickets) {
        this.principals = principals;
        this.tickets = tickets;
    }

    /** A ticket for one socket of the caller's. */
    @POST
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER})
    @APIResponse(
            responseCode = "201",
            description = "The ticket",
            content = @Content(schema = @Schema(implementation = Ticket.class)))
    @Operation(operationId = "issueSocketTicket", summary = "Issues a ticket that opens one socket of the caller's")
    public Uni<Response> issue(@Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return principals
                .of(Bearer.tokenIn(authorization).orElse(""))
                .chain(tickets::issue)
                .map(ticket -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(new Ticket(ticket, SocketTickets.LIFE.toSeconds()))
                        .build());
    }

    /** To be used once, within so many seconds. */
    @Schema(name = "SocketTicket")
    record Ticket(String ticket, long expiresIn) {}
}
