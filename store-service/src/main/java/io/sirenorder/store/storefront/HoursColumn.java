package io.sirenorder.store.storefront;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Weekday;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** The hours of a week in one column. */
@Converter
@Immutable
class HoursColumn extends JsonColumn<Map<Weekday, DailyHours>> {
    HoursColumn() {
        super(new TypeReference<>() {});
    }
}
