package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantRegistered;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreAccountChanged;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreStandingChanged;
import io.sirenorder.contracts.store.StoreEvent;
import io.sirenorder.feed.consumer.TooEarly;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Use cases of stores, one transaction each: a change and its event commit together or not at all. */
@ApplicationScoped
@WithTransaction
public class StoreDesk {
    private static final State OPENING = new State("opening", Store::opening);
    private static final State BUSY = new State("busy", Store::busyTime);
    private static final State PAUSE = new State("pause", Store::pauseTime);

    private final Stores stores;
    private final Outbox outbox;
    private final StoreChanges changes;
    private final DatabaseClock clock;

    StoreDesk(Stores stores, Outbox outbox, StoreChanges changes, DatabaseClock clock) {
        this.stores = stores;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** A part of a store that is logged when it changes. */
    private record State(String what, Function<Store, ?> view) {}

    /** A merchant exists, and so does the store; hearing it twice changes nothing. */
    Uni<Void> register(MerchantRegistered heard) {
        return stores.findById(heard.storeId().value())
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : stores.persist(new Store(heard.storeId(), heard.merchantId(), heard.store()))
                                .replaceWithVoid());
    }

    /** The operators let the store sell, or no longer. */
    Uni<Void> stand(MerchantStoreStandingChanged heard) {
        return registered(heard.storeId())
                .invoke(store -> store.stand(heard.standing()))
                .replaceWithVoid();
    }

    /** The operators named another account at PortOne; holds and checkouts that there are keep the one they were made with. */
    Uni<Void> payInto(MerchantStoreAccountChanged heard) {
        return registered(heard.storeId())
                .invoke(store -> store.payInto(heard.code()))
                .replaceWithVoid();
    }

    private Uni<Store> registered(StoreId id) {
        return stores.findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new TooEarly("the store's merchant.registered"));
    }

    Uni<Store> describe(StoreId id, StoreUpdate update, String by) {
        return patch(id, current -> update, by);
    }

    /** Changes some members of the description: RFC 7396. */
    Uni<Store> patch(StoreId id, UnaryOperator<StoreUpdate> patch, String by) {
        return logged(
                id,
                "description",
                by,
                store -> store.description().update(),
                store -> store.describe(patch.apply(store.description().update())));
    }

    Uni<Void> special(StoreId id, LocalDate day, SpecialDay hours, String by) {
        return special(id, day, by, store -> store.specialDays().put(day, hours, today()));
    }

    Uni<Void> ordinary(StoreId id, LocalDate day, String by) {
        return special(id, day, by, store -> store.specialDays().remove(day));
    }

    private Uni<Void> special(StoreId id, LocalDate day, String by, Consumer<Store> change) {
        return logged(
                        id,
                        "special-day",
                        by,
                        store -> Collections.singletonMap(
                                day.toString(), store.specialDays().on(day)),
                        change)
                .replaceWithVoid();
    }

    /** Changes a store and logs the members that differ in one of its views. */
    private Uni<Store> logged(StoreId id, String what, String by, Function<Store, ?> view, Consumer<Store> change) {
        return stores.lock(id).call(store -> {
            Object before = view.apply(store);
            change.accept(store);
            return changes.add(id, what, by, before, view.apply(store));
        });
    }

    private LocalDate today() {
        return KoreanTime.dateOf(clock.now());
    }

    /** Adds minutes to each estimate for a while. */
    public Uni<Store> busy(StoreId id, int minutes, Instant until) {
        return change(id, BUSY, store -> Optional.of(store.busy(minutes, until, clock.now())));
    }

    public Uni<Store> calm(StoreId id) {
        return change(id, BUSY, store -> store.calm(clock.now()));
    }

    /** Takes no orders for a while. */
    public Uni<Store> pause(StoreId id, Instant until) {
        return change(id, PAUSE, store -> Optional.of(store.pause(until, clock.now())));
    }

    public Uni<Store> resume(StoreId id) {
        return change(id, PAUSE, store -> store.resume(clock.now()));
    }

    /** Ends the pauses and busy times that are over; the number of stores found. */
    Uni<Integer> endWhatIsOver(int limit) {
        Instant now = clock.now();
        return stores.ending(now, limit)
                .call(found -> InOrder.each(found, store -> endWhatIsOver(store, now)))
                .map(List::size);
    }

    private Uni<Void> endWhatIsOver(Store store, Instant now) {
        Object pause = store.pauseTime();
        return change(store, BUSY, StoreChanges.CLOCK, found -> found.tick(now))
                .chain(() -> changes.add(store.id(), PAUSE.what(), StoreChanges.CLOCK, pause, store.pauseTime()));
    }

    /** The store's trading day now; for an unknown store today. */
    @WithSession
    public Uni<LocalDate> tradingDay(StoreId id) {
        return stores.findById(id.value()).map(store -> store == null ? today() : store.tradingDay(clock.now()));
    }

    /** Changes the kitchen's settings; slots to come take their capacity at once, and never evict what they hold. */
    Uni<Store> cook(StoreId id, KitchenSettings settings, String by) {
        return logged(id, "kitchen", by, Store::kitchen, store -> store.cook(settings))
                .call(store -> settings.hasSlots()
                        ? stores.resizeSlots(id, settings.unitsPerSlot())
                        : Uni.createFrom().voidItem());
    }

    /** Tells that the timelines of a day are sealed. */
    public Uni<Void> daySealed(StoreId id, LocalDate day, int orders, String root) {
        return stores.lock(id)
                .chain(store -> append(store, Optional.of(store.daySealed(day, orders, root, clock.now()))));
    }

    /** Tells that an item can or cannot be had at the store. */
    public Uni<Store> itemChanged(StoreId id, MenuItemId item, boolean available, Instant until, Integer remaining) {
        return stores.lock(id)
                .call(store ->
                        append(store, Optional.of(store.itemChanged(item, available, until, remaining, clock.now()))));
    }

    /** Opens the store: it takes orders within its hours and while a till is connected. */
    public Uni<Store> open(StoreId id) {
        return change(id, OPENING, store -> store.open(clock.now()));
    }

    /** Closes the store: it takes no more orders until it is opened. */
    public Uni<Store> close(StoreId id) {
        return change(id, OPENING, store -> store.close(clock.now()));
    }

    /** One more order in a row that none of its tills acknowledged. */
    public Uni<Store> missedOrder(StoreId id, int tolerated) {
        return stores.lock(id)
                .call(store ->
                        change(store, OPENING, StoreChanges.CLOCK, found -> found.missedOrder(tolerated, clock.now())));
    }

    /** Changes a store as its merchant or one of its tills asked for. */
    private Uni<Store> change(StoreId id, State state, Function<Store, Optional<? extends StoreEvent>> change) {
        return stores.lock(id).call(store -> change(store, state, store.signature(), change));
    }

    /** Changes a store's state, tells it, and logs what differs. */
    private Uni<Void> change(
            Store store, State state, String by, Function<Store, Optional<? extends StoreEvent>> change) {
        Object before = state.view().apply(store);
        return append(store, change.apply(store))
                .chain(() -> changes.add(
                        store.id(), state.what(), by, before, state.view().apply(store)));
    }

    private Uni<Void> append(Store store, Optional<? extends StoreEvent> event) {
        return event.isPresent()
                ? outbox.add(event.get(), store.version())
                : Uni.createFrom().voidItem();
    }
}
