package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.audit.Change;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The log of what was changed about stores. */
@ApplicationScoped
public class StoreChanges {
    /** Makes changes that nobody asked for: the end of a pause, or a store that answers no orders. */
    static final String CLOCK = "clock";

    private final ChangeLog log;

    StoreChanges(ChangeLog log) {
        this.log = log;
    }

    /** Appends the members that differ, within the transaction that changes them; nothing where none does. */
    public Uni<Void> add(StoreId store, String what, String by, Object before, Object after) {
        return log.addDifference(subject(store), what, by, before, after);
    }

    /** The changes of a store, newest first. */
    Uni<Page<Change>> of(StoreId store, String cursor, PageLimit limit) {
        return log.of(subject(store), cursor, limit);
    }

    private static String subject(StoreId store) {
        return "store:" + store;
    }
}
