package io.sirenorder.store.storefront;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreEvent.StoreAcceptanceChanged;
import io.sirenorder.contracts.store.StoreEvent.StoreDaySealed;
import io.sirenorder.contracts.store.StoreEvent.StoreItemChanged;
import io.sirenorder.contracts.store.StoreEvent.StoreStateChanged;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store: its description, and its merchant's switch for taking orders. */
@Entity
@Table(name = "stores")
public class Store {
    static final String BY_MERCHANT = "merchant";
    static final String UNACKNOWLEDGED = "unacknowledged";
    static final String BY_CLOCK = "clock";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    private static final String ACTIVE = "ACTIVE";
    private static final String SUSPENDED = "SUSPENDED";

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID merchantId;

    /** Grows by one with each change that is published. */
    private long version;

    @Embedded
    private StoreDescription description;

    private String portoneMerchantCode;
    private boolean accepting;

    /** The cause for which it takes no orders; null while it does, and where the release before closed it. */
    private String closedBy;

    private int unacknowledged;

    @Embedded
    private SwitchLimit switches;

    /** The standing that merchant-service told; only an active store sells. */
    private String standing;

    private Integer busyMinutes;
    private Instant busyUntil;
    private Instant pausedUntil;

    @Embedded
    private SpecialDays specialDays;

    @Convert(converter = KitchenColumn.class)
    private KitchenSettings kitchen;

    Store() {}

    /** A store takes orders from the start: without a till it is closed all the same. */
    public Store(StoreId id, MerchantId merchant, StoreProfile profile) {
        this.id = id.value();
        merchantId = merchant.value();
        description = StoreDescription.of(profile);
        portoneMerchantCode = profile.portoneMerchantCode();
        accepting = true;
        switches = new SwitchLimit();
        standing = ACTIVE;
        specialDays = new SpecialDays();
        kitchen = KitchenSettings.NONE;
    }

    void describe(StoreUpdate update) {
        description.write(update);
    }

    /** Empty when it took orders already. */
    Optional<StoreAcceptanceChanged> open(Instant at) {
        unacknowledged = 0;
        return switchTo(true, at);
    }

    /** Empty when it took none already. */
    Optional<StoreAcceptanceChanged> close(Instant at) {
        return switchTo(false, at);
    }

    /** One more order that no till acknowledged: so many in a row, and it takes no more until its merchant opens. */
    Optional<StoreAcceptanceChanged> missedOrder(int tolerated, Instant at) {
        unacknowledged++;
        return unacknowledged < tolerated ? Optional.empty() : accept(false, UNACKNOWLEDGED, at);
    }

    private Optional<StoreAcceptanceChanged> switchTo(boolean next, Instant at) {
        if (accepting != next) {
            switches.count(at);
        }
        return accept(next, BY_MERCHANT, at);
    }

    private Optional<StoreAcceptanceChanged> accept(boolean next, String cause, Instant at) {
        if (accepting == next) {
            return Optional.empty();
        }
        accepting = next;
        closedBy = next ? null : cause;
        version++;
        return Optional.of(new StoreAcceptanceChanged(id(), next, cause, at));
    }

    /** The operators let it sell, or no longer. */
    void stand(String next) {
        standing = next;
    }

    /** Adds so many minutes to each estimate, until then. */
    StoreStateChanged busy(int minutes, Instant until, Instant at) {
        requireToday("until", until, at);
        switches.count(at);
        busyMinutes = minutes;
        busyUntil = until;
        return stateChanged(BY_MERCHANT, at);
    }

    /** Empty when it was not busy. */
    Optional<StoreStateChanged> calm(Instant at) {
        if (busyUntil == null) {
            return Optional.empty();
        }
        switches.count(at);
        busyMinutes = null;
        busyUntil = null;
        return Optional.of(stateChanged(BY_MERCHANT, at));
    }

    /** Takes no orders until then. */
    StoreStateChanged pause(Instant until, Instant at) {
        requireToday("until", until, at);
        switches.count(at);
        pausedUntil = until;
        return stateChanged(BY_MERCHANT, at);
    }

    /** Empty when it was not paused. */
    Optional<StoreStateChanged> resume(Instant at) {
        if (pausedUntil == null) {
            return Optional.empty();
        }
        switches.count(at);
        pausedUntil = null;
        return Optional.of(stateChanged(BY_MERCHANT, at));
    }

    /** Forgets a pause and a busy time that are over; empty when neither is. */
    Optional<StoreStateChanged> tick(Instant at) {
        boolean calm = busyUntil != null && !busyUntil.isAfter(at);
        boolean resumed = pausedUntil != null && !pausedUntil.isAfter(at);
        if (calm) {
            busyMinutes = null;
            busyUntil = null;
        }
        pausedUntil = resumed ? null : pausedUntil;
        return calm || resumed ? Optional.of(stateChanged(BY_CLOCK, at)) : Optional.empty();
    }

    private StoreStateChanged stateChanged(String cause, Instant at) {
        version++;
        return new StoreStateChanged(id(), accepting && !isPaused(at), busyMinutes, busyUntil, pausedUntil, cause, at);
    }

    /** An item can or cannot be had here; the version grows with it. */
    public StoreItemChanged itemChanged(
            MenuItemId item, boolean available, Instant until, Integer remaining, Instant at) {
        version++;
        return new StoreItemChanged(id(), item, available, until, remaining, at);
    }

    StoreDaySealed daySealed(LocalDate day, int orders, String root, Instant at) {
        version++;
        return new StoreDaySealed(id(), day, orders, root, at);
    }

    private void requireToday(String field, Instant until, Instant at) {
        Instant latest = hours().closesAfter(at).orElseGet(() -> at.plus(LONGEST_PAUSE));
        if (!until.isAfter(at) || until.isAfter(latest)) {
            throw new InvalidRequest(field, "must be in the future and not later than the end of today's hours");
        }
    }

    void cook(KitchenSettings settings) {
        kitchen = settings;
    }

    /**
     * Whether the operators, its merchant and its hours let it take orders now; whether a till is connected is another
     * question.
     */
    public boolean takesOrders(Instant at) {
        return ACTIVE.equals(standing) && accepting && !isPaused(at) && hours().contain(at);
    }

    /** Time at which it takes orders again by itself, where that is known. */
    Optional<Instant> reopensAt(Instant at) {
        if (!accepting || !ACTIVE.equals(standing)) {
            return Optional.empty();
        }
        if (isPaused(at)) {
            return hours().contain(pausedUntil) ? Optional.of(pausedUntil) : hours().nextOpening(pausedUntil);
        }
        return hours().contain(at) ? Optional.empty() : hours().nextOpening(at);
    }

    boolean isPaused(Instant at) {
        return pausedUntil != null && pausedUntil.isAfter(at);
    }

    private OrderingHours hours() {
        return new OrderingHours(new WeeklyHours(description.orderingHours()), specialDays.byDate());
    }

    /** Date on which the hours began that contain the moment; its calendar date in Korea outside of hours. */
    public LocalDate tradingDay(Instant at) {
        return hours().tradingDay(at);
    }

    /** End of the trading day of the moment. */
    public Instant dayEnds(Instant at) {
        return hours().dayEnds(at);
    }

    /** End of the hours that contain the moment; empty when they don't end, or none contain it. */
    public Optional<Instant> closesAfter(Instant at) {
        return hours().closesAfter(at);
    }

    /** Minutes that the store adds to each estimate now. */
    public int busyMinutes(Instant at) {
        return busyUntil != null && busyUntil.isAfter(at) ? busyMinutes : 0;
    }

    public KitchenSettings kitchen() {
        return kitchen;
    }

    /** Whether buyers may know of it: one that waits for approval, or is closed for good, does not exist for them. */
    boolean isPublic() {
        return ACTIVE.equals(standing) || SUSPENDED.equals(standing);
    }

    public StoreId id() {
        return new StoreId(id);
    }

    public String name() {
        return description.name();
    }

    void payInto(String code) {
        portoneMerchantCode = code;
    }

    /** Code of the store's own account at PortOne, or null. */
    public String portoneMerchantCode() {
        return portoneMerchantCode;
    }

    /** Seconds that a delivered order waits for its answer; null for the house's default. */
    public Integer answerWithinSeconds() {
        return description.answerWithinSeconds();
    }

    /** The merchant's switch alone. */
    public boolean isAccepting() {
        return accepting;
    }

    /** The switch, as the log of changes shows it. */
    Map<String, Boolean> opening() {
        return Map.of("accepting", accepting);
    }

    /** Null unless a busy time is set, also one that is over. */
    BusyTime busyTime() {
        return busyUntil == null ? null : new BusyTime(busyMinutes, busyUntil);
    }

    /** Null unless a pause is set, also one that is over. */
    Pause pauseTime() {
        return pausedUntil == null ? null : new Pause(pausedUntil);
    }

    /** The name of its merchant in logs of changes. */
    public String signature() {
        return Caller.signature(new MerchantId(merchantId));
    }

    boolean belongsTo(MerchantId merchant) {
        return merchantId.equals(merchant.value());
    }

    long version() {
        return version;
    }

    Location location() {
        return description.location();
    }

    /** The standing that merchant-service told. */
    String standing() {
        return standing;
    }

    /** The cause for which it takes no orders; null while it does, and where that is unknown. */
    String closedBy() {
        return accepting ? null : closedBy;
    }

    SpecialDays specialDays() {
        return specialDays;
    }

    /** The part that its merchant writes. */
    StoreDescription description() {
        return description;
    }
}
