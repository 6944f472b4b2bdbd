package io.sirenorder.store.menu;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** An item's allergens in one column. */
@Converter
@Immutable
class AllergensColumn extends JsonColumn<List<String>> {
    AllergensColumn() {
        super(new TypeReference<>() {});
    }
}
