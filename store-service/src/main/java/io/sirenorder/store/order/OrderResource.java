package io.sirenorder.store.order;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    @RolesAllowed({Roles.BUYER, Roles.OPERATOR})
    @Operation(
            operationId = "listOrders",
            summary = "The buyer's orders, the newest first; for operators all orders",
            description = "Only operators filter: storeId, buyerId, status (several with commas), number of the "
                    + "ticket, from and to (moments of placement with a zone, to not included).")
    public Uni<Page<OrderView>> history(
            @BeanParam Filters filters,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context SecurityContext security) {
        OrderSearch search = security.isUserInRole(Roles.OPERATOR)
                ? OrderSearch.ofAll().with(filters.filter())
                : OrderSearch.ofBuyer(caller.recipients()).with(filters.none());
        return list.page(search.after(cursor), PageLimit.of(limit));
    }

    /** Query parameters that narrow an operator's list. */
    static class Filters {
        @QueryParam("storeId")
        StoreId storeId;

        @QueryParam("buyerId")
        BuyerId buyerId;

        @Parameter(
                description = "One or more, separated by commas",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.ARRAY, implementation = OrderStatus.class))
        @QueryParam("status")
        String status;

        @Parameter(description = "Number of a ticket", schema = @Schema(pattern = "[0-9]{1,9}"))
        @QueryParam("number")
        String number;

        @Parameter(description = "Placed then or later", schema = @Schema(format = "date-time"))
        @QueryParam("from")
        String from;

        @Parameter(description = "Placed before", schema = @Schema(format = "date-time"))
        @QueryParam("to")
        String to;

        OrderFilter filter() {
            return new OrderFilter(storeId, buyerId, status, number, from, to);
        }

        /** A buyer's list has no filters. */
        OrderFilter none() {
            if (Stream.of(storeId, buyerId, status, number, from, to).anyMatch(Objects::nonNull)) {
                throw new InvalidRequest("query", "must have no filters, which are for operators");
            }
            return filter();
        }
    }

    @GET
    @Path("/{orderId}")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            operationId = "getOrder",
            summary = "An order of the buyer's, or of the merchant's store; any for operators")
    public Uni<OrderView> get(@PathParam("orderId") OrderId id, @Context SecurityContext security) {
        return security.isUserInRole(Roles.OPERATOR)
                ? list.get(id)
                : list.get(id, security.isUserInRole(Roles.MERCHANT) ? ofStore() : ofBuyer());
    }

    @GET
    @Path("/{orderId}/timeline")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            operationId = "getOrderTimeline",
            summary = "The steps of an order with their hashes, and whether they are as they were written")
    public Uni<Timeline> timeline(@PathParam("orderId") OrderId id, @Context SecurityContext security) {
        if (security.isUserInRole(Roles.OPERATOR)) {
            return list.timeline(id, order -> true);
        }
        return list.timeline(id, security.isUserInRole(Roles.MERCHANT) ? ofStore() : ofBuyer());
    }

    @GET
    @Path("/{orderId}/pickup-code")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            operationId = "getPickupCode",
            summary = "The code that the buyer shows at the counter; null where the store asks for none")
    public Uni<PickupCode> pickupCode(@PathParam("orderId") OrderId id) {
        return list.code(id, ofBuyer());
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
    @Operation(operationId = "acceptOrder", summary = "The store makes it, and says how long that takes")
    public Uni<OrderView> accept(@PathParam("orderId") OrderId id, @NotNull @Valid Acceptance acceptance) {
        Duration preparation = acceptance.minutes() == null ? null : Duration.ofMinutes(acceptance.minutes());
        return desk.accept(id, caller.store(), preparation);
    }

    @POST
    @Path("/{orderId}/refusal")
    @RolesAllowed(Roles.MERCHANT)
    @Idempotent
    @Operation(operationId = "refuseOrder", summary = "The store won't make it, and says why; what was paid goes back")
    public Uni<OrderView> refuse(@PathParam("orderId") OrderId id, @NotNull @Valid Refusal refusal) {
        refusal.check();
        return desk.refuse(id, caller.store(), refusal);
    }

    @POST
    @Path("/{orderId}/completion")
    @RolesAllowed(Roles.MERCHANT)
    @Idempotent
    @Operation(operationId = "finishOrder", summary = "It is ready to be picked up")
    public Uni<OrderView> finish(@PathParam("orderId") OrderId id) {
        return desk.finish(id, caller.store());
    }

    @POST
    @Path("/{orderId}/delay")
    @RolesAllowed(Roles.MERCHANT)
    @Idempotent
    @Operation(operationId = "delayOrder", summary = "An accepted order will be later; the promise stays as it was")
    public Uni<OrderView> delay(@PathParam("orderId") OrderId id, @NotNull @Valid Delay delay) {
        return desk.delay(id, caller.store(), delay.minutes());
    }

    @POST
    @Path("/{orderId}/collection")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER})
    @Idempotent
    @Operation(
            operationId = "collectOrder",
            summary = "A finished order was handed over",
            description = "Where the store asks for it, its till has to send the code that the buyer shows.")
    public Uni<OrderView> collect(
            @PathParam("orderId") OrderId id, @NotNull @Valid PickupCode shown, @Context SecurityContext security) {
        if (security.isUserInRole(Roles.BUYER)) {
            return desk.collect(id, caller.recipients());
        }
        StoreId store = caller.store();
        return desk.tryCode(id, store, shown.code())
                .invoke(refusal -> refusal.ifPresent(problem -> {
                    throw problem;
                }))
                .chain(() -> desk.collect(id, store));
    }

    @POST
    @Path("/{orderId}/cancellation")
    @RolesAllowed(Roles.BUYER)
    @Idempotent
    @Operation(
            operationId = "cancelOrder",
            summary = "The buyer takes it back, as long as the store has not accepted it")
    public Uni<OrderView> cancel(@PathParam("orderId") OrderId id) {
        return desk.cancel(id, caller.recipients());
    }
}
