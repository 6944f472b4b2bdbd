package io.sirenorder.store.till;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.kit.text.OneLine;
import io.sirenorder.store.order.DelayLimitReached;
import io.sirenorder.store.order.OrderAlreadyDecided;
import io.sirenorder.store.order.OrderDesk;
import io.sirenorder.store.order.OrderNotReady;
import io.sirenorder.store.order.Refusal;
import io.sirenorder.store.order.Refusal.SoldOut;
import io.sirenorder.store.storefront.BusyTime;
import io.sirenorder.store.storefront.StoreDesk;
import io.sirenorder.store.till.ProcessedCommands.AlreadyProcessed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Executes commands of tills, each once. */
@ApplicationScoped
class TillDesk {
    private static final String COLLECT = "order.collect";

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

    /** Order to accept; without minutes as promised. */
    record Accept(
            @NotNull OrderId orderId, @Min(1) @Max(120) Integer minutes) {}

    /** Order to refuse, the reason, and the items to strike out. */
    record Refuse(
            @NotNull OrderId orderId,
            @NotNull Reason reason,
            @OneLine(max = 200) String message,
            @Size(max = 20) List<@NotNull @Valid SoldOut> soldOut) {}

    /** Order that is ready. */
    record Finish(@NotNull OrderId orderId) {}

    /** Order that will be later, and by how much. */
    record Delay(
            @NotNull OrderId orderId,
            @NotNull @Min(1) @Max(60) Integer minutes) {}

    /** Order that is handed over, with the buyer's code where the store asks for it. */
    record Collect(
            @NotNull OrderId orderId,
            @Pattern(regexp = "[0-9]{4}") String code) {}

    /** Minutes that the kitchen needs longer for each order, until then. */
    record Busy(@NotNull @Min(0) @Max(60) Integer extraMinutes, Instant until) {}

    /** End of a pause. */
    record Pause(@NotNull Instant until) {}

    /** A command about the store as a whole. */
    record Bare() {}

    /**
     * Executes a command once: a repetition with the same id gets the same reply. The reply is kept in the transaction
     * of the command.
     */
    Uni<TillReply> execute(TillCommand command) {
        return allowed(command)
                .chain(() ->
                        Panache.withTransaction(() -> reply(command).call(reply -> memory.remember(command, reply))))
                .onFailure(TillDesk::mayBeRepeated)
                .recoverWithUni(
                        failure -> memory.recall(command).onItem().ifNull().failWith(failure));
    }

    /** A repeated command fails by its state or by its id: the reply to its first execution is its reply. */
    private static boolean mayBeRepeated(Throwable failure) {
        return failure instanceof OrderAlreadyDecided
                || failure instanceof OrderNotReady
                || failure instanceof DelayLimitReached
                || failure instanceof AlreadyProcessed;
    }

    /** A pickup code is looked at in a transaction of its own, which counts wrong ones. */
    private Uni<Void> allowed(TillCommand command) {
        if (!COLLECT.equals(command.type())) {
            return Uni.createFrom().voidItem();
        }
        Collect said = reader.read(command, Collect.class);
        return orders.tryCode(said.orderId(), command.store(), said.code())
                .invoke(refusal -> refusal.ifPresent(problem -> {
                    throw problem;
                }))
                .replaceWithVoid();
    }

    /** A till of the store has these orders; those of other stores, or that a till had, stay as they are. */
    Uni<Void> acknowledge(StoreId store, List<OrderId> ids) {
        return orders.deliver(store, ids);
    }

    private Uni<TillReply> reply(TillCommand command) {
        return switch (command.type()) {
            case "order.accept" -> accept(command.store(), reader.read(command, Accept.class));
            case "order.refuse" -> refuse(command.store(), reader.read(command, Refuse.class));
            case "order.finish" -> finish(command.store(), reader.read(command, Finish.class));
            case "order.delay" -> delay(command.store(), reader.read(command, Delay.class));
            case COLLECT -> collect(command.store(), reader.read(command, Collect.class));
            case "store.busy" -> busy(command.store(), reader.read(command, Busy.class));
            case "store.pause" -> pause(command.store(), reader.read(command, Pause.class));
            case "store.resume" -> resume(storeAlone(command));
            case "store.open" -> open(storeAlone(command));
            case "store.close" -> close(storeAlone(command));
            default -> throw new CommandUnknown();
        };
    }

    private Uni<TillReply> accept(StoreId store, Accept said) {
        Duration preparation = said.minutes() == null ? null : Duration.ofMinutes(said.minutes());
        return orders.accept(said.orderId(), store, preparation).map(TillReply::of);
    }

    private Uni<TillReply> refuse(StoreId store, Refuse said) {
        Refusal refusal = new Refusal(said.reason(), said.message(), said.soldOut());
        refusal.check();
        return orders.refuse(said.orderId(), store, refusal).map(TillReply::of);
    }

    private Uni<TillReply> finish(StoreId store, Finish said) {
        return orders.finish(said.orderId(), store).map(TillReply::of);
    }

    private Uni<TillReply> delay(StoreId store, Delay said) {
        return orders.delay(said.orderId(), store, said.minutes()).map(TillReply::of);
    }

    private Uni<TillReply> collect(StoreId store, Collect said) {
        return orders.collect(said.orderId(), store).map(TillReply::of);
    }

    /** Zero minutes end the busy time. */
    private Uni<TillReply> busy(StoreId id, Busy said) {
        if (said.extraMinutes() == 0) {
            return stores.calm(id).map(TillReply::of);
        }
        BusyTime busy = new BusyTime(said.extraMinutes(), said.until());
        busy.check();
        return stores.busy(id, busy.extraMinutes(), busy.until()).map(TillReply::of);
    }

    private Uni<TillReply> pause(StoreId id, Pause said) {
        return stores.pause(id, said.until()).map(TillReply::of);
    }

    private Uni<TillReply> resume(StoreId id) {
        return stores.resume(id).map(TillReply::of);
    }

    /** For a command that needs nothing more than the store itself. */
    private StoreId storeAlone(TillCommand command) {
        reader.read(command, Bare.class);
        return command.store();
    }

    private Uni<TillReply> open(StoreId store) {
        return stores.open(store).map(TillReply::of);
    }

    private Uni<TillReply> close(StoreId store) {
        return stores.close(store).map(TillReply::of);
    }
}
