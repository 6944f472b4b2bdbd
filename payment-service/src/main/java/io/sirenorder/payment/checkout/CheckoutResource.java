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
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BUYER)
class CheckoutResource {
    private final CheckoutOpening till;
    private final Checkouts checkouts;
    private final Caller caller;

    CheckoutResource(CheckoutOpening till, Checkouts checkouts, Caller caller) {
        this.till = till;
        this.checkouts = checkouts;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    public Uni<CheckoutView.Promise> open(CheckoutRequest wanted) {
        return till.promise(wanted, caller.self(), caller.nickname());
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
        return CheckoutView.Progress.of(checkout);
    }
}
