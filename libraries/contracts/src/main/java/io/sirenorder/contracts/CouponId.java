package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A coupon, never its code. */
public record CouponId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static CouponId fromString(String text) {
        return new CouponId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
