package io.sirenorder.store.storefront;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreEvent.StoreAcceptanceChanged;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.contracts.store.Weekday;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store: its description, and its merchant's switch for taking orders. */
@Entity
@Table(name = "stores")
public class Store {
    static final String BY_MERCHANT = "merchant";
    static final String UNACKNOWLEDGED = "unacknowledged";

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID merchantId;

    /** Grows by one with each change that others hear of. */
    private long version;

    private String name;
    private String address;
    private double latitude;
    private double longitude;
    private String phone;
    private String description;
    private String thumbnailUrl;

    @Convert(converter = ImagesColumn.class)
    private List<String> images;

    @Convert(converter = HoursColumn.class)
    private Map<Weekday, DailyHours> openingHours;

    @Convert(converter = HoursColumn.class)
    private Map<Weekday, DailyHours> orderingHours;

    private String parking;
    private String directions;
    private String portoneMerchantCode;
    private Integer answerWithinSeconds;
    private boolean accepting;
    private int unacknowledged;

    Store() {}

    /** A store takes orders from the start: without a till it is closed all the same. */
    public Store(StoreId id, MerchantId merchant, StoreProfile profile) {
        this.id = id.value();
        merchantId = merchant.value();
        name = profile.name();
        address = profile.address();
        latitude = profile.location().latitude();
        longitude = profile.location().longitude();
        phone = profile.phone();
        description = profile.description();
        thumbnailUrl = profile.thumbnailUrl();
        images = List.of();
        openingHours = profile.openingHours();
        portoneMerchantCode = profile.portoneMerchantCode();
        accepting = true;
    }

    void describe(StoreUpdate update) {
        name = update.name();
        address = update.address();
        latitude = update.location().latitude();
        longitude = update.location().longitude();
        phone = update.phone();
        description = update.description();
        thumbnailUrl = update.thumbnailUrl();
        images = update.images() == null ? List.of() : List.copyOf(update.images());
        openingHours = update.openingHours();
        orderingHours = update.orderingHours();
        parking = update.parking();
        directions = update.directions();
        answerWithinSeconds = update.answerWithinSeconds();
    }

    /** Empty when it took orders already. */
    Optional<StoreAcceptanceChanged> open(Instant at) {
        unacknowledged = 0;
        return accept(true, BY_MERCHANT, at);
    }

    /** Empty when it took none already. */
    Optional<StoreAcceptanceChanged> close(Instant at) {
        return accept(false, BY_MERCHANT, at);
    }

    /** One more order that no till acknowledged: so many in a row, and it takes no more until its merchant opens. */
    Optional<StoreAcceptanceChanged> missedOrder(int tolerated, Instant at) {
        unacknowledged++;
        return unacknowledged < tolerated ? Optional.empty() : accept(false, UNACKNOWLEDGED, at);
    }

    private Optional<StoreAcceptanceChanged> accept(boolean next, String cause, Instant at) {
        if (accepting == next) {
            return Optional.empty();
        }
        accepting = next;
        version++;
        return Optional.of(new StoreAcceptanceChanged(id(), next, cause, at));
    }

    /** Whether its merchant and its hours let it take orders now; whether a till is there is another question. */
    public boolean takesOrders(Instant at) {
        return accepting && new WeeklyHours(orderingHours == null ? openingHours : orderingHours).contain(at);
    }

    public StoreId id() {
        return new StoreId(id);
    }

    public String name() {
        return name;
    }

    /** Its own account at PortOne, or null. */
    public String portoneMerchantCode() {
        return portoneMerchantCode;
    }

    /** How long a delivered order waits for its answer, or null for the house's default. */
    public Integer answerWithinSeconds() {
        return answerWithinSeconds;
    }

    boolean isAccepting() {
        return accepting;
    }

    boolean belongsTo(MerchantId merchant) {
        return merchantId.equals(merchant.value());
    }

    long version() {
        return version;
    }

    Location location() {
        return new Location(latitude, longitude);
    }

    StoreSummary summary(boolean open) {
        return new StoreSummary(id(), name, address, location(), thumbnailUrl, open);
    }

    StoreDetail detail(boolean open) {
        return new StoreDetail(
                id(),
                name,
                address,
                location(),
                thumbnailUrl,
                open,
                accepting,
                description,
                images,
                phone,
                openingHours,
                orderingHours == null ? openingHours : orderingHours,
                parking,
                directions);
    }
}
