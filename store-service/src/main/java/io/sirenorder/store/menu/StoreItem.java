package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Difference of a store from the menu: an item sold out for a while, or at a price of its own. */
@Entity
@Table(name = "store_items")
class StoreItem {
    @EmbeddedId
    private Key key;

    private boolean soldOut;
    private Instant soldOutUntil;
    private Long priceKrw;

    StoreItem() {}

    StoreItem(StoreId store, MenuItemId item) {
        key = new Key(store.value(), item.value());
    }

    void make(ItemAvailability next) {
        soldOut = !next.available();
        soldOutUntil = next.until();
    }

    /** Availability as its till said last, also where the end of it has passed. */
    ItemAvailability availability() {
        return new ItemAvailability(!soldOut, soldOutUntil);
    }

    /** Null where the menu's price holds. */
    Long ownPrice() {
        return priceKrw;
    }

    /** Sets the store's own price, or the menu's again when null. */
    void price(Krw price) {
        priceKrw = price == null ? null : price.won();
    }

    boolean isSoldOut(Instant at) {
        return soldOut && (soldOutUntil == null || soldOutUntil.isAfter(at));
    }

    /** Time at which a sold-out item returns by itself; null where it is not sold out or has no end. */
    Instant soldOutUntil(Instant at) {
        return isSoldOut(at) ? soldOutUntil : null;
    }

    Krw priceOr(Krw menuPrice) {
        return priceKrw == null ? menuPrice : Krw.of(priceKrw);
    }

    MenuItemId item() {
        return new MenuItemId(key.menuItemId());
    }

    /** An item in a store. */
    @Embeddable
    record Key(UUID storeId, String menuItemId) implements Serializable {
        static Key of(StoreId store, MenuItemId item) {
            return new Key(store.value(), item.value());
        }
    }
}
