package io.sirenorder.store.hold;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.store.menu.WantedLines;
import io.sirenorder.store.storefront.OpenStores;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Holds of checkouts, for payment-service. */
@Cancellable(false)
@Path("/internal/holds/{checkoutId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class HoldResource {
    private final HoldDesk desk;
    private final OpenStores open;
    private final HoldConfig config;

    HoldResource(HoldDesk desk, OpenStores open, HoldConfig config) {
        this.desk = desk;
        this.open = open;
        this.config = config;
    }

    @PUT
    @Operation(
            summary = "Prices lines and takes their stock and kitchen time for a checkout",
            description = "The same request again gets the same answer, also when the store has closed meanwhile.")
    public Uni<Quote> hold(@PathParam("checkoutId") CheckoutId id, @NotNull HoldRequest wanted) {
        check(wanted);
        return open.require(wanted.storeId())
                .chain(store -> desk.hold(id, wanted, store))
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> desk.known(id, wanted).map(known -> known.orElseThrow(() -> refusal)));
    }

    @DELETE
    @Operation(summary = "Gives back what a checkout has taken, at once; also before it has taken anything")
    public Uni<Void> release(@PathParam("checkoutId") CheckoutId id) {
        return desk.release(id);
    }

    private void check(HoldRequest wanted) {
        if (wanted.buyer() == null) {
            throw new InvalidRequest("buyer", "must be given");
        }
        if (wanted.storeId() == null) {
            throw new InvalidRequest("storeId", "must be given");
        }
        WantedLines.check(wanted.lines());
        Duration holdFor = wanted.holdFor();
        if (holdFor == null || holdFor.isNegative() || holdFor.isZero() || holdFor.compareTo(config.longest()) > 0) {
            throw new InvalidRequest("holdFor", "must be a duration up to " + config.longest());
        }
    }
}
