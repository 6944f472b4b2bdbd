package io.sirenorder.store.till;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.store.order.OrderDesk;
import io.sirenorder.store.order.Refusal;
import io.sirenorder.store.storefront.StoreDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** Does what a till says, and remembers the reply in the same transaction. */
@ApplicationScoped
class TillDesk {
    private final OrderDesk orders;
    private final StoreDesk stores;
    private final CommandReader reader;
    private final ProcessedCommands memory;

    TillDesk(OrderDesk orders, StoreDesk stores, CommandReader reader, ProcessedCommands memory) {
        this.orders = orders;
        this.stores = stores;
        this.reader = reader;
        this.memory = memory;
    }

    /** In how many minutes which order will be ready. */
    record Accept(
            @NotNull OrderId orderId,
            @NotNull @Min(1) @Max(120) Integer minutes) {}

    /** Why which order won't be made. */
    record Refuse(
            @NotNull OrderId orderId,
            @NotNull Reason reason,
            @Size(max = 200) String message) {}

    /** Which order is ready. */
    record Finish(@NotNull OrderId orderId) {}

    /** Nothing more to say. */
    record Bare() {}

    @WithTransaction
    Uni<TillReply> execute(TillCommand command) {
        return reply(command).call(reply -> memory.remember(command, reply));
    }

    /** A till of the store has these; what was known, or is another store's, changes nothing. */
    Uni<Void> acknowledge(StoreId store, List<OrderId> ids) {
        return orders.deliver(store, ids);
    }

    private Uni<TillReply> reply(TillCommand command) {
        return switch (command.type()) {
            case "order.accept" -> accept(command.store(), reader.read(command, Accept.class));
            case "order.refuse" -> refuse(command.store(), reader.read(command, Refuse.class));
            case "order.finish" -> finish(command.store(), reader.read(command, Finish.class));
            case "store.open" -> open(storeAlone(command));
            case "store.close" -> close(storeAlone(command));
            default -> throw new CommandUnknown();
        };
    }

    private Uni<TillReply> accept(StoreId store, Accept said) {
        return orders.accept(said.orderId(), store, Duration.ofMinutes(said.minutes()))
                .map(TillReply::of);
    }

    private Uni<TillReply> refuse(StoreId store, Refuse said) {
        Refusal refusal = new Refusal(said.reason(), said.message());
        refusal.check();
        return orders.refuse(said.orderId(), store, refusal).map(TillReply::of);
    }

    private Uni<TillReply> finish(StoreId store, Finish said) {
        return orders.finish(said.orderId(), store).map(TillReply::of);
    }

    /** For a command that needs nothing more than the store itself. */
    private StoreId storeAlone(TillCommand command) {
        reader.read(command, Bare.class);
        return command.store();
    }

    private Uni<TillReply> open(StoreId store) {
        return stores.open(store).map(opened -> TillReply.of(store, true));
    }

    private Uni<TillReply> close(StoreId store) {
        return stores.close(store).map(closed -> TillReply.of(store, false));
    }
}
