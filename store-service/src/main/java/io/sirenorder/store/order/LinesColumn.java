package io.sirenorder.store.order;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The lines of an order in one column. */
@Converter
@Immutable
class LinesColumn extends JsonColumn<List<OrderLine>> {
    LinesColumn() {
        super(new TypeReference<>() {});
    }
}
