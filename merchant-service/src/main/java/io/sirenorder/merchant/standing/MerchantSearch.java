package io.sirenorder.merchant.standing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.page.PagePosition;
import io.sirenorder.merchant.registration.Merchant;
import io.sirenorder.merchant.registration.MerchantView;
import io.sirenorder.merchant.registration.Merchants;
import io.sirenorder.merchant.registration.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Searches merchants for operators. */
@ApplicationScoped
class MerchantSearch {
    private static final PageCursor CURSOR = new PageCursor("merchants", 2);
    private static final UUID NO_ID = new UUID(0, 0);
    private static final String FOUND = """
            (closedAt is null and standing in ?1 or closedAt is not null and ?8 = true) and (registeredAt < ?2 or registeredAt = ?2 and id < ?3)
            and (?4 = '' or id = ?5 or storeId = ?5 or handle like ?6 escape '!' or lower(storeName) like ?7 escape '!')
            order by registeredAt desc, id desc
            """;

    private final Merchants merchants;

    MerchantSearch(Merchants merchants) {
        this.merchants = merchants;
    }

    /** Newest first; {@code text} is an id, the beginning of a handle or a part of a store's name, or null. */
    @WithSession
    Uni<Page<MerchantView>> find(Set<Standing> standings, String text, String cursor, PageLimit limit) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        String literal = wanted.replaceAll("[!%_]", "!$0");
        PagePosition from = PagePosition.of(CURSOR, cursor);
        return merchants
                .find(
                        FOUND,
                        standings,
                        from.at(),
                        from.id(),
                        wanted,
                        id(wanted),
                        literal + "%",
                        "%" + literal + "%",
                        standings.contains(Standing.CLOSED))
                .range(0, limit.plusOne() - 1)
                .<Merchant>list()
                .map(found -> Page.of(found.stream().map(Merchant::view).toList(), limit, MerchantSearch::cursor));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return NO_ID;
        }
    }

    private static String cursor(MerchantView last) {
        return new PagePosition(last.registeredAt(), last.merchantId().value()).cursor(CURSOR);
    }
}
