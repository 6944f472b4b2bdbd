package io.sirenorder.store.storefront;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.feed.column.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The addresses of a store's pictures in one column. */
@Converter
@Immutable
class ImagesColumn extends JsonColumn<List<String>> {
    ImagesColumn() {
        super(new TypeReference<>() {});
    }
}
