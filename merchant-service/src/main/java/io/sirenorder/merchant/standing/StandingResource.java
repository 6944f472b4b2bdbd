package io.sirenorder.merchant.standing;

import static io.sirenorder.merchant.registration.Standing.ACTIVE;
import static io.sirenorder.merchant.registration.Standing.CLOSED;
import static io.sirenorder.merchant.registration.Standing.PENDING;
import static io.sirenorder.merchant.registration.Standing.SUSPENDED;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.text.OneLine;
import io.sirenorder.merchant.registration.MerchantView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lets operators approve, suspend, reinstate and close stores. */
@Cancellable(false)
@Path("/merchants/{merchantId}/stores/{storeId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
class StandingResource {
    private final StandingDesk desk;
    private final Caller caller;

    StandingResource(StandingDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Path("/approval")
    @Idempotent
    @Operation(operationId = "approveStore", summary = "Approves a pending store: it is listed and sells")
    public Uni<MerchantView> approve(
            @PathParam("merchantId") MerchantId merchant, @PathParam("storeId") StoreId store) {
        return desk.change(merchant, store, new StandingDesk.Move(Set.of(PENDING), ACTIVE, null, by()));
    }

    @POST
    @Path("/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "suspendStore", summary = "Suspends a store: no new orders, open ones run to their end")
    public Uni<MerchantView> suspend(
            @PathParam("merchantId") MerchantId merchant,
            @PathParam("storeId") StoreId store,
            @NotNull @Valid Suspension why) {
        return desk.change(
                merchant, store, new StandingDesk.Move(Set.of(PENDING, ACTIVE), SUSPENDED, why.reason(), by()));
    }

    @POST
    @Path("/reinstatement")
    @Idempotent
    @Operation(operationId = "reinstateStore", summary = "Ends the suspension of a store")
    public Uni<MerchantView> reinstate(
            @PathParam("merchantId") MerchantId merchant, @PathParam("storeId") StoreId store) {
        return desk.change(merchant, store, new StandingDesk.Move(Set.of(SUSPENDED), ACTIVE, null, by()));
    }

    @POST
    @Path("/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "closeStoreForGood",
            summary =
                    "Closes a store for good: it is unlisted, its sessions end, its open orders are refused and refunded")
    public Uni<MerchantView> close(
            @PathParam("merchantId") MerchantId merchant,
            @PathParam("storeId") StoreId store,
            @NotNull @Valid Closure why) {
        return desk.change(
                merchant, store, new StandingDesk.Move(Set.of(PENDING, ACTIVE, SUSPENDED), CLOSED, why.reason(), by()));
    }

    private String by() {
        return "operator:" + caller.actorKey();
    }

    /** The reason of a suspension, which the merchant may read. */
    record Suspension(@NotBlank @OneLine(max = 200) String reason) {}

    /** The reason of a closure, which the merchant may read. */
    record Closure(@NotBlank @OneLine(max = 200) String reason) {}
}
