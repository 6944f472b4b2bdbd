package io.sirenorder.coupon.coupon;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a coupon is taken back, in words that its holder will read. */
record RevocationReason(@NotBlank @Size(max = 100) String reason) {}
