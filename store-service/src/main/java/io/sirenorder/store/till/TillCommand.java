package io.sirenorder.store.till;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A command as a till sent it.
 *
 * @param recipient whose till, as the gateway proved it
 * @param id the till's own number of it; the same again is the same command
 * @param d what it is about, read by its type
 */
record TillCommand(
        @NotNull Recipient recipient,
        @NotBlank @Size(max = 100) String id,
        @NotBlank @Size(max = 60) String type,
        JsonNode d) {
    private static final String STORE = "store:";

    StoreId store() {
        return storeOf(recipient);
    }

    static StoreId storeOf(Recipient recipient) {
        if (!recipient.value().startsWith(STORE)) {
            throw new InvalidRequest("recipient", "must be a store");
        }
        try {
            return StoreId.fromString(recipient.id());
        } catch (IllegalArgumentException bad) {
            throw new InvalidRequest("recipient", "must be a store");
        }
    }
}
