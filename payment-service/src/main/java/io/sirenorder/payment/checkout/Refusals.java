package io.sirenorder.payment.checkout;

import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.InvalidRequest.FieldError;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a neighbour's refusal means to the buyer who asked us. */
final class Refusals {
    private Refusals() {}

    static RuntimeException of(Throwable failure) {
        NeighbourProblem refusal = (NeighbourProblem) failure;
        return switch (refusal.code()) {
            case "store-closed" -> new StoreClosed();
            case "store-unknown" -> new StoreUnknown();
            case "item-unavailable" -> new ItemUnavailable();
            case "menu-item-unknown" -> new MenuItemUnknown();
            case "insufficient-points" -> new InsufficientPoints();
            case "invalid-request" -> new InvalidRequest(errors(refusal));
            default -> new NeighbourUnavailable(refusal);
        };
    }

    private static List<FieldError> errors(NeighbourProblem refusal) {
        List<FieldError> errors = StreamSupport.stream(
                        refusal.body().path("errors").spliterator(), false)
                .map(each -> new FieldError(
                        each.path("field").asText(), each.path("message").asText()))
                .toList();
        return errors.isEmpty() ? List.of(new FieldError("lines", "can't be sold")) : errors;
    }
}
