package io.sirenorder.contracts.coupon;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import java.time.Instant;

/** An event of a coupon. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(CouponEvent.CouponPublished.class),
    @JsonSubTypes.Type(CouponEvent.CouponRegistered.class),
    @JsonSubTypes.Type(CouponEvent.CouponReserved.class),
    @JsonSubTypes.Type(CouponEvent.CouponUsed.class),
    @JsonSubTypes.Type(CouponEvent.CouponRestored.class),
    @JsonSubTypes.Type(CouponEvent.CouponRevoked.class),
    @JsonSubTypes.Type(CouponEvent.CouponExpiring.class),
    @JsonSubTypes.Type(CouponEvent.CouponExpired.class)
})
public sealed interface CouponEvent extends Event {
    CouponView coupon();

    /** The holder, or null until a buyer registers it. */
    Recipient holder();

    @Override
    default String stream() {
        return "coupon:" + coupon().couponId();
    }

    @JsonTypeName("coupon.published")
    record CouponPublished(CouponView coupon, Recipient holder, Instant at) implements CouponEvent {}

    @JsonTypeName("coupon.registered")
    record CouponRegistered(CouponView coupon, Recipient holder, Instant at) implements CouponEvent {}

    @JsonTypeName("coupon.reserved")
    record CouponReserved(CouponView coupon, Recipient holder, OrderId orderId, Instant at) implements CouponEvent {}

    @JsonTypeName("coupon.used")
    record CouponUsed(CouponView coupon, Recipient holder, OrderId orderId, Instant at) implements CouponEvent {}

    /** The coupon's order came to nothing: the coupon is back in the box. */
    @JsonTypeName("coupon.restored")
    record CouponRestored(CouponView coupon, Recipient holder, OrderId orderId, Instant at) implements CouponEvent {}

    @JsonTypeName("coupon.revoked")
    record CouponRevoked(CouponView coupon, Recipient holder, String reason, Instant at) implements CouponEvent {}

    /** The coupon will expire soon. */
    @JsonTypeName("coupon.expiring")
    record CouponExpiring(CouponView coupon, Recipient holder, Instant at) implements CouponEvent {}

    @JsonTypeName("coupon.expired")
    record CouponExpired(CouponView coupon, Recipient holder, Instant at) implements CouponEvent {}
}
