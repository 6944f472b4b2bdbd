package io.sirenorder.store.storefront;

import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import java.util.ArrayList;
import java.util.List;

/** A page of stores while it fills up; it knows where the next one starts. */
final class FillingPage {
    private final int limit;
    private final List<StoreSummary> items = new ArrayList<>();
    private String last;
    private boolean more;

    FillingPage(PageLimit limit) {
        this.limit = limit.value();
    }

    void add(StoreSummary item, String cursor) {
        if (items.size() == limit) {
            more = true;
            return;
        }
        items.add(item);
        last = cursor;
    }

    boolean isFull() {
        return more;
    }

    Page<StoreSummary> page() {
        return new Page<>(items, more ? last : null);
    }

    /** Not full, and there may be more behind this cursor. */
    Page<StoreSummary> stoppedAt(String cursor) {
        return new Page<>(items, cursor);
    }
}
