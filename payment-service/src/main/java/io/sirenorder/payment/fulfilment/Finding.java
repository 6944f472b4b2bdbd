package io.sirenorder.payment.fulfilment;

import java.util.UUID;

/** A contradiction that one look found. */
record Finding(UUID checkoutId, String kind, String detail) {}
