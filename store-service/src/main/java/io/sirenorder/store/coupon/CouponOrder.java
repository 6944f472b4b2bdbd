package io.sirenorder.store.coupon;

import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.kit.text.OneLine;
import io.sirenorder.kit.text.Pasted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** An order for a coupon: the coupon fixes what it buys, the order says how it is made. */
record CouponOrder(
        @NotBlank @Pasted @Size(max = 64) String code,
        @Size(max = 10) Map<@NotBlank @Size(max = 30) String, @NotBlank @Size(max = 30) String> options,
        @NotNull Pickup pickup,
        @OneLine(max = 20) String note) {}
