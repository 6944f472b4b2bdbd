package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.text.OneLine;
import jakarta.validation.constraints.NotBlank;

/** The reason of a revocation, which the holder reads. */
record RevocationReason(@NotBlank @OneLine(max = 100) String reason) {}
