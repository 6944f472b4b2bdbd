package io.sirenorder.store.storefront;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A store's kitchen settings in one column. */
@Converter
@Immutable
class KitchenColumn extends JsonColumn<KitchenSettings> {
    KitchenColumn() {
        super(new TypeReference<>() {});
    }
}
