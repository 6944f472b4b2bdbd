package io.sirenorder.payment.checkout;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.payment.CheckoutState;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The status of a checkout, for services that hold something for it. */
@Cancellable(false)
@Path("/internal/checkouts/{checkoutId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
class InternalCheckoutResource {
    private final Checkouts checkouts;

    InternalCheckoutResource(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    /** A 404 is final: a checkout is inserted within seconds of its hold, or never. */
    @GET
    @WithSession
    public Uni<CheckoutState> state(@PathParam("checkoutId") CheckoutId id) {
        return checkouts
                .findById(id.value())
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .map(Checkout::state);
    }
}
