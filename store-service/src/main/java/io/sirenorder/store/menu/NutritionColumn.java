package io.sirenorder.store.menu;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** An item's nutrition by size in one column. */
@Converter
@Immutable
class NutritionColumn extends JsonColumn<Map<String, Nutrition>> {
    NutritionColumn() {
        super(new TypeReference<>() {});
    }
}
