package io.sirenorder.store.menu;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** An item's option groups in one column. */
@Converter
@Immutable
class OptionsColumn extends JsonColumn<List<OptionGroup>> {
    OptionsColumn() {
        super(new TypeReference<>() {});
    }
}
