package io.sirenorder.store.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.kit.json.Tolerant;
import jakarta.persistence.AttributeConverter;

/**
 * A value kept as JSON text, which the column's CHECK keeps well-formed. The reactive driver would bind a {@code jsonb}
 * column only to objects, and most values here are lists.
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    private final TypeReference<T> type;

    protected JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return value == null ? null : Tolerant.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value that can't be written as JSON", e);
        }
    }

    @Override
    public T convertToEntityAttribute(String column) {
        try {
            return column == null ? null : Tolerant.mapper().readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that can't be read as JSON", e);
        }
    }
}
