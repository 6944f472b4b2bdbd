package io.sirenorder.feed.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.kit.json.Tolerant;
import jakarta.persistence.AttributeConverter;

/**
 * Converts a value to a {@code text} column that holds JSON, whose CHECK keeps it well-formed. The reactive driver binds a
 * {@code jsonb} column to objects only, while most of these values are lists. Unknown fields are ignored when read.
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
