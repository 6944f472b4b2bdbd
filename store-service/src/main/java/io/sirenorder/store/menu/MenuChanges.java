package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.feed.audit.Change;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The log of what was changed about items of the menu. */
@ApplicationScoped
class MenuChanges {
    private final ChangeLog log;

    MenuChanges(ChangeLog log) {
        this.log = log;
    }

    /** Appends what differs in the description of an item, within the transaction that changes it. */
    Uni<Void> described(MenuItemId item, String by, MenuItemDescription before, MenuItemDescription after) {
        return log.addDifference(subject(item), "description", by, before, after);
    }

    /** The changes of an item, newest first. */
    Uni<Page<Change>> of(MenuItemId item, String cursor, PageLimit limit) {
        return log.of(subject(item), cursor, limit);
    }

    private static String subject(MenuItemId item) {
        return "menu:" + item;
    }
}
