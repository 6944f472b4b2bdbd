package io.sirenorder.payment.checkout;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Checkouts, as buyers open and follow them. */
@Cancellable(false)
@Path("/checkouts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BUYER)
@Tag(name = "checkouts")
class CheckoutResource {
    private final CheckoutOpening opening;
    private final CheckoutDesk desk;
    private final Checkouts checkouts;
    private final Caller caller;

    CheckoutResource(CheckoutOpening opening, CheckoutDesk desk, Checkouts checkouts, Caller caller) {
        this.opening = opening;
        this.desk = desk;
        this.checkouts = checkouts;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "openCheckout",
            summary =
                    "Opens a checkout: prices it, holds what it needs, and answers with the data of the payment window")
    @APIResponse(responseCode = "404", description = "No such store or menu item")
    @APIResponseSchema(
            value = CheckoutView.Opened.class,
            responseCode = "201",
            responseDescription = "The open checkout")
    public Uni<CheckoutView.Opened> open(CheckoutRequest wanted) {
        return opening.open(wanted, caller.self(), caller.nickname());
    }

    /** Gives an unpaid checkout up: what was reserved for it is free at once, and a payment made meanwhile is refunded. */
    @POST
    @Path("/{checkoutId}/abandonment")
    @ResponseStatus(204)
    @Operation(
            operationId = "abandonCheckout",
            summary =
                    "Gives an unpaid checkout up: what it holds is free at once; a payment made meanwhile is refunded")
    public Uni<Void> abandon(@PathParam("checkoutId") CheckoutId id) {
        return desk.abandon(id, caller.recipients());
    }

    @GET
    @Path("/{checkoutId}")
    @WithSession
    @Operation(operationId = "getCheckout", summary = "Reads how far a checkout is, and what it became")
    public Uni<CheckoutView.Progress> progress(@PathParam("checkoutId") CheckoutId id) {
        return checkouts.findById(id.value()).map(this::visible);
    }

    /** Another's checkout is answered like none. */
    private CheckoutView.Progress visible(Checkout checkout) {
        if (checkout == null || checkout.buyer() == null || !caller.recipients().contains(checkout.buyer())) {
            throw new NotFound();
        }
        return CheckoutView.Progress.of(checkout, opening.window(checkout));
    }
}
