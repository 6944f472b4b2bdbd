package io.sirenorder.payment.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sirenorder.kit.json.Tolerant;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A draft as the JSON text of its column. */
@Converter
public class DraftColumn implements AttributeConverter<Draft, String> {
    @Override
    public String convertToDatabaseColumn(Draft draft) {
        try {
            return Tolerant.mapper().writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft that can't be written", e);
        }
    }

    @Override
    public Draft convertToEntityAttribute(String json) {
        try {
            return Tolerant.mapper().readValue(json, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that can't be read", e);
        }
    }
}
