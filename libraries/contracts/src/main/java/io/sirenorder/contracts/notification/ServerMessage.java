package io.sirenorder.contracts.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.coupon.CouponView;
import io.sirenorder.contracts.coupon.GiftView;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.RefundProgress;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Every message that a service may send down a socket; the record is the frame's {@code d}. */
public sealed interface ServerMessage {
    /** The types of all messages. */
    Set<String> TYPES = Set.of(
            "order.placed",
            "order.changed",
            "order.reminder",
            "store.state",
            "menu.changed",
            "order.status",
            "gift.received",
            "coupon.issued",
            "notice");

    /** The frame's {@code t}. */
    @JsonIgnore
    String type();

    /** The subject: the newest message of one key and type stands for the older ones, and acks name it. */
    @JsonIgnore
    String key();

    /** Whether the client has to acknowledge it. */
    @JsonIgnore
    default boolean needsAck() {
        return false;
    }

    /** Whether a newer message of the same type and key makes it superfluous. */
    @JsonIgnore
    default boolean isSuperseded() {
        return false;
    }

    /** To tills: make this. */
    record NewOrder(@JsonValue OrderView order) implements ServerMessage {
        @Override
        public String type() {
            return "order.placed";
        }

        @Override
        public String key() {
            return "order:" + order.orderId();
        }

        @Override
        public boolean needsAck() {
            return true;
        }
    }

    /** To tills: the order changed, by a till, its buyer or the clock. */
    record OrderChanged(@JsonValue OrderView order) implements ServerMessage {
        @Override
        public String type() {
            return "order.changed";
        }

        @Override
        public String key() {
            return "order:" + order.orderId();
        }

        @Override
        public boolean isSuperseded() {
            return true;
        }
    }

    /** To tills: the order is still not answered. */
    record OrderReminder(@JsonValue OrderView order) implements ServerMessage {
        @Override
        public String type() {
            return "order.reminder";
        }

        @Override
        public String key() {
            return "order:" + order.orderId();
        }
    }

    /**
     * To tills: whether the store takes orders, and what its kitchen adds to the estimate.
     *
     * @param busyMinutes null with {@code busyUntil} while the store is not busy
     * @param pausedUntil null while the store is not paused
     */
    record StoreState(
            StoreId storeId,
            boolean accepting,
            String cause,
            Integer busyMinutes,
            Instant busyUntil,
            Instant pausedUntil)
            implements ServerMessage {
        @Override
        public String type() {
            return "store.state";
        }

        @Override
        public String key() {
            return "store:" + storeId;
        }

        @Override
        public boolean isSuperseded() {
            return true;
        }
    }

    /**
     * To tills: an item can or cannot be had at their store.
     *
     * @param until when a sold-out item returns by itself, or null
     * @param remaining pieces left where they are counted, or null
     */
    record MenuChanged(StoreId storeId, MenuItemId menuItemId, boolean available, Instant until, Integer remaining)
            implements ServerMessage {
        @Override
        public String type() {
            return "menu.changed";
        }

        @Override
        public String key() {
            return "menu:" + menuItemId;
        }

        @Override
        public boolean isSuperseded() {
            return true;
        }
    }

    /**
     * To the buyer: the status of the order; the higher version wins.
     *
     * @param promisedUntil end of the window that the buyer was told before paying
     * @param late true where {@code readyBy} is later than promised, else null
     * @param delayed true once the store has asked for more time, else null
     * @param collection {@code AWAITED}, {@code COLLECTED} or {@code UNCLAIMED} once it is ready
     * @param pickupCode four digits to show at the counter, where the store asks for them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderProgress(
            OrderId orderId,
            StoreId storeId,
            String storeName,
            String number,
            String status,
            long version,
            boolean delivered,
            Reason reason,
            String message,
            Instant readyBy,
            RefundProgress refund,
            Long pointsEarned,
            Long stampsEarned,
            Instant promisedUntil,
            Boolean late,
            Boolean delayed,
            String collection,
            String pickupCode)
            implements ServerMessage {
        @Override
        public String type() {
            return "order.status";
        }

        @Override
        public String key() {
            return "order:" + orderId;
        }

        @Override
        public boolean isSuperseded() {
            return true;
        }
    }

    /** To the recipient: a gift has come. */
    record GiftReceived(@JsonValue GiftView gift) implements ServerMessage {
        @Override
        public String type() {
            return "gift.received";
        }

        @Override
        public String key() {
            return "gift:" + gift.giftId();
        }
    }

    /** To the holder: there is a coupon in your box. */
    record CouponIssued(@JsonValue CouponView coupon) implements ServerMessage {
        @Override
        public String type() {
            return "coupon.issued";
        }

        @Override
        public String key() {
            return "coupon:" + coupon.couponId();
        }
    }

    /**
     * To a buyer: something worth a sentence.
     *
     * @param kind a stable slug: {@code payment.refunded}, {@code gift.used}, {@code coupon.expiring}, ...
     * @param text the sentence by language, {@code ko} and {@code en}
     * @param subject what it is about: {@code order:ID}, {@code gift:ID}, {@code coupon:ID}
     */
    record Notice(String kind, Map<String, String> text, String subject) implements ServerMessage {
        @Override
        public String type() {
            return "notice";
        }

        @Override
        public String key() {
            return subject;
        }
    }
}
