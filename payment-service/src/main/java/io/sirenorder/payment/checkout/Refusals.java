package io.sirenorder.payment.checkout;

import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.InvalidRequest.FieldError;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Answers a buyer with the refusal of the service that was asked for them. */
final class Refusals {
    private static final Set<String> OWN_MEMBERS =
            Set.of("type", "code", "title", "detail", "status", "instance", "traceId", "errors");

    private Refusals() {}

    static RuntimeException of(Throwable failure) {
        NeighbourProblem refusal = (NeighbourProblem) failure;
        return switch (refusal.code()) {
            case "store-closed" -> new StoreClosed(members(refusal));
            case "store-unknown" -> new StoreUnknown();
            case "item-unavailable" -> new ItemUnavailable(members(refusal));
            case "kitchen-full" -> new KitchenFull(members(refusal));
            case "menu-item-unknown" -> new MenuItemUnknown();
            case "insufficient-points" -> new InsufficientPoints();
            case "invalid-request" -> new InvalidRequest(errors(refusal));
            default -> new NeighbourUnavailable(refusal);
        };
    }

    /** The members beyond those of every problem. */
    private static Map<String, Object> members(NeighbourProblem refusal) {
        Map<String, Object> members = new LinkedHashMap<>();
        refusal.body().properties().stream()
                .filter(member -> !OWN_MEMBERS.contains(member.getKey()))
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
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
