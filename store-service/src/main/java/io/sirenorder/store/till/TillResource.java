package io.sirenorder.store.till;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Commands and acknowledgements of tills, from the gateway. */
@Cancellable(false)
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class TillResource {
    private static final String ORDER = "order:";

    private final TillDesk desk;

    TillResource(TillDesk desk) {
        this.desk = desk;
    }

    /**
     * Messages that a till of a store has.
     *
     * @param keys of the messages; those of no order are passed over
     */
    record Acknowledgement(
            @NotNull Recipient recipient,
            @NotNull @Size(max = 1000) List<@NotNull String> keys) {}

    @POST
    @Path("/commands")
    @Operation(summary = "Executes a till's command, once per id; the answer is the reply")
    public Uni<TillReply> command(@NotNull @Valid TillCommand command) {
        return desk.execute(command);
    }

    @POST
    @Path("/acknowledgements")
    @Operation(summary = "A till of the store has these")
    public Uni<Void> acknowledge(@NotNull @Valid Acknowledgement acknowledged) {
        StoreId store = TillCommand.storeOf(acknowledged.recipient());
        List<OrderId> ids = acknowledged.keys().stream()
                .flatMap(key -> order(key).stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? Uni.createFrom().voidItem() : desk.acknowledge(store, ids);
    }

    private static Optional<OrderId> order(String key) {
        try {
            return key.startsWith(ORDER)
                    ? Optional.of(OrderId.fromString(key.substring(ORDER.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noOrder) {
            return Optional.empty();
        }
    }
}
