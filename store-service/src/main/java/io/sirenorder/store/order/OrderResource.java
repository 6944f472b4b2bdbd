package io.sirenorder.store.order;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Orders, for their buyers and for the stores that make them. */
@Cancellable(false)
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class OrderResource {
    private final OrderList list;
    private final OrderDesk desk;
    private final Caller caller;

    OrderResource(OrderList list, OrderDesk desk, Caller caller) {
        this.list = list;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.BUYER)
    @Operation(summary = "The buyer's orders, the newest first")
    public Uni<Page<OrderView>> history(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return list.page(OrderSearch.ofBuyer(caller.recipients()).after(cursor), PageLimit.of(limit));
    }

    @GET
    @Path("/{orderId}")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(summary = "An order of the buyer's, or of the merchant's store")
    public Uni<OrderView> get(@PathParam("orderId") OrderId id, @Context SecurityContext security) {
        return list.get(id, security.isUserInRole(Roles.MERCHANT) ? ofStore() : ofBuyer());
    }

    private Predicate<Order> ofStore() {
        StoreId store = caller.store();
        return order -> order.storeId().equals(store);
    }

    private Predicate<Order> ofBuyer() {
        List<Recipient> recipients = caller.recipients();
        return order -> recipients.contains(order.buyer());
    }

    @POST
    @Path("/{orderId}/acceptance")
    @RolesAllowed(Roles.MERCHANT)
    @Idempotent
    @Operation(summary = "The store makes it, and says how long that takes")
    public Uni<OrderView> accept(@PathParam("orderId") OrderId id, @NotNull @Valid Acceptance acceptance) {
        return desk.accept(id, caller.store(), Duration.ofMinutes(acceptance.minutes()));
    }

    @POST
    @Path("/{orderId}/refusal")
    @RolesAllowed(Roles.MERCHANT)
    @Idempotent
    @Operation(summary = "The store won't make it, and says why; what was paid goes back")
    public Uni<OrderView> refuse(@PathParam("orderId") OrderId id, @NotNull @Valid Refusal refusal) {
        refusal.check();
        return desk.refuse(id, caller.store(), refusal);
    }

    @POST
    @Path("/{orderId}/completion")
    @RolesAllowed(Roles.MERCHANT)
    @Idempotent
    @Operation(summary = "It is ready to be picked up")
    public Uni<OrderView> finish(@PathParam("orderId") OrderId id) {
        return desk.finish(id, caller.store());
    }

    @POST
    @Path("/{orderId}/cancellation")
    @RolesAllowed(Roles.BUYER)
    @Idempotent
    @Operation(summary = "The buyer takes it back, as long as the store has not accepted it")
    public Uni<OrderView> cancel(@PathParam("orderId") OrderId id) {
        return desk.cancel(id, caller.recipients());
    }
}
