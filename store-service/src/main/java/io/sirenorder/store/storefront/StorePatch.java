package io.sirenorder.store.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Set;

/** Merges a JSON merge patch (RFC 7396) into a store's description, and checks the result as a whole description. */
@ApplicationScoped
class StorePatch {
    private final ObjectMapper json;
    private final Validator validator;

    StorePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    StoreUpdate apply(StoreUpdate current, ObjectNode patch) {
        StoreUpdate merged = read(merge(json.valueToTree(current), patch));
        Set<ConstraintViolation<StoreUpdate>> broken = validator.validate(merged);
        if (!broken.isEmpty()) {
            throw new ConstraintViolationException(broken);
        }
        merged.check();
        return merged;
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged =
                target != null && target.isObject() ? (ObjectNode) target : ((ObjectNode) patch).objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merge(merged.get(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }

    private StoreUpdate read(JsonNode merged) {
        try {
            return json.treeToValue(merged, StoreUpdate.class);
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
