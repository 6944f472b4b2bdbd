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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Checkouts, as buyers open and follow them. */
@Cancellable(false)
@Path("/checkouts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BUYER)
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
    public Uni<CheckoutView.Opened> open(CheckoutRequest wanted) {
        return opening.open(wanted, caller.self(), caller.nickname());
    }

    /** Gives an unpaid checkout up: what was reserved for it is free at once, and a payment made meanwhile is refunded. */
    @POST
    @Path("/{checkoutId}/abandonment")
    @ResponseStatus(204)
    public Uni<Void> abandon(@PathParam("checkoutId") CheckoutId id) {
        return desk.abandon(id, caller.recipients());
    }

    @GET
    @Path("/{checkoutId}")
    @WithSession
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
