package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import java.time.Duration;
import java.util.List;

/**
 * {@code PUT /internal/holds/{checkoutId}}: prices the lines and takes their stock and kitchen time for a checkout, in
 * one transaction. The answer is a {@link Quote} with its promise; the same request repeated gets the same answer, and
 * another request under the same id is refused. {@code DELETE} on the same path gives back what was taken.
 *
 * @param buyer buyer of the checkout
 * @param storeId store to order at, never null
 * @param pickup null while it is not known
 * @param lines 1 to 20 lines
 * @param holdFor expected life of the checkout, at most 30 minutes; store-service asks payment-service for the
 *     checkout's status after it, and ends no hold by its own clock
 */
public record HoldRequest(
        Recipient buyer,
        StoreId storeId,
        Pickup pickup,
        List<QuoteRequest.Line> lines,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration holdFor) {}
