package io.sirenorder.store.storefront;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.SortedMap;
import org.hibernate.annotations.Immutable;

/** A store's special days by date in one column. */
@Converter
@Immutable
class SpecialDaysColumn extends JsonColumn<SortedMap<LocalDate, SpecialDay>> {
    SpecialDaysColumn() {
        super(new TypeReference<>() {});
    }
}
