package io.sirenorder.store.hold;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.store.hold.Holds.Committed;
import io.sirenorder.store.hold.Holds.Moved;
import io.sirenorder.store.menu.ItemUnavailable;
import io.sirenorder.store.stock.Shortage;
import io.sirenorder.store.stock.Stock;
import io.sirenorder.store.stock.Stock.Taken;
import io.sirenorder.store.storefront.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Takes what a claim asks for, stock first and slots last, and gives it back; within the caller's transaction. Each change
 * is guarded by the state of the hold's row, so that nothing is given back twice.
 */
@ApplicationScoped
class Claims {
    private final Holds holds;
    private final HoldLines lines;
    private final Stock stock;
    private final Slots slots;
    private final Room room;
    private final Stores stores;
    private final DatabaseClock clock;

    Claims(Holds holds, HoldLines lines, Stock stock, Slots slots, Room room, Stores stores, DatabaseClock clock) {
        this.holds = holds;
        this.lines = lines;
        this.stock = stock;
        this.slots = slots;
        this.room = room;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Takes all for a hold that is open. {@link ItemUnavailable} or {@link KitchenFull} where it can't; then some may be
     * taken, and the caller fails its transaction or releases the hold.
     */
    Uni<Promise> take(Claim claim, Ahead ahead, boolean paid) {
        return (ahead.counts() ? pieces(claim) : Uni.createFrom().voidItem())
                .chain(() -> room.take(claim, ahead.load(), paid));
    }

    private Uni<Void> pieces(Claim claim) {
        return stock.hold(claim.entry(), claim.pieces())
                .call(holding -> eachOf(holding.taken(), taken -> lines.add(claim.id(), taken)))
                .invoke(holding -> requireAll(holding.shortages()))
                .replaceWithVoid();
    }

    private static void requireAll(List<Shortage> shortages) {
        if (!shortages.isEmpty()) {
            throw new ItemUnavailable(shortages);
        }
    }

    /** Opens a hold for an order that has none; the turn that it is in. */
    Uni<Integer> reopen(Claim claim) {
        return lines.forget(claim.id()).chain(() -> holds.reopen(claim));
    }

    /** The order is placed: held pieces are sold, units stay taken. Empty where no hold is open. */
    Uni<Optional<Booking>> commit(CheckoutId id) {
        return holds.commit(id)
                .call(committed -> committed.filter(Committed::hasPieces).isPresent()
                        ? pieces(committed.get().moved(), id, stock::sell)
                        : Uni.createFrom().voidItem())
                .map(committed -> committed.map(Committed::booking));
    }

    /** The checkout ended: all is free again. True where the hold was open. */
    Uni<Boolean> release(CheckoutId id) {
        return holds.release(id)
                .chain(moved -> moved.isEmpty()
                        ? Uni.createFrom().item(false)
                        : pieces(moved.get(), id, stock::release)
                                .chain(() -> slots.release(moved.get().store(), id))
                                .replaceWith(true));
    }

    /** The order ended before anything was made: pieces come back, and units of slots that have not begun. */
    Uni<Void> giveBack(CheckoutId id) {
        return holds.giveBack(id)
                .chain(moved -> moved.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pieces(moved.get(), id, stock::giveBack)
                                .chain(() -> slots.giveBack(moved.get().store(), id)));
    }

    private Uni<Void> pieces(Moved moved, CheckoutId id, BiFunction<Stock.Entry, Taken, Uni<Void>> change) {
        return lines.pieces(id)
                .chain(pieces -> pieces.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : stores.get(moved.store())
                                .map(found -> new Stock.Entry(
                                        moved.store(),
                                        found.tradingDay(clock.now()),
                                        id.value(),
                                        moved.turn(),
                                        "buyer"))
                                .chain(entry -> eachOf(pieces, taken -> change.apply(entry, taken))));
    }

    private static Uni<Void> eachOf(List<Taken> pieces, Function<Taken, Uni<Void>> step) {
        return InOrder.each(pieces, taken -> step.apply(taken));
    }
}
