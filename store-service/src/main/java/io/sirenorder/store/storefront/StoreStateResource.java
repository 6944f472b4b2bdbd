package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** States of a store that end by themselves: busy and paused. */
@Cancellable(false)
@Path("/stores/{storeId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "stores")
class StoreStateResource {
    private final StoreDesk desk;
    private final Caller caller;

    StoreStateResource(StoreDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @PUT
    @Path("/busy")
    @Operation(
            operationId = "setBusyTime",
            summary = "Adds minutes to each estimate of the merchant's store, until a moment of today's hours")
    public Uni<Void> busy(@PathParam("storeId") StoreId id, @NotNull @Valid BusyTime busy) {
        requireOwn(id);
        return desk.busy(id, busy.extraMinutes(), busy.until()).replaceWithVoid();
    }

    @DELETE
    @Path("/busy")
    @Operation(operationId = "endBusyTime", summary = "Ends the busy time of the merchant's store")
    public Uni<Void> calm(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return desk.calm(id).replaceWithVoid();
    }

    @PUT
    @Path("/pause")
    @Operation(operationId = "pauseStore", summary = "Takes no orders until a moment of today's hours")
    public Uni<Void> pause(@PathParam("storeId") StoreId id, @NotNull @Valid Pause pause) {
        requireOwn(id);
        return desk.pause(id, pause.until()).replaceWithVoid();
    }

    @DELETE
    @Path("/pause")
    @Operation(operationId = "resumeStore", summary = "Ends the pause of the merchant's store")
    public Uni<Void> resume(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return desk.resume(id).replaceWithVoid();
    }

    private void requireOwn(StoreId id) {
        if (!caller.store().equals(id)) {
            throw new StoreUnknown();
        }
    }
}
