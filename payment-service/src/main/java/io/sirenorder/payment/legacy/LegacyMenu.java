package io.sirenorder.payment.legacy;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.payment.checkout.CheckoutRequest;
import io.sirenorder.payment.legacy.LegacyCustomData.Item;
import io.sirenorder.payment.legacy.LegacyCustomData.Wish;
import io.sirenorder.payment.legacy.MenuApi.MenuPage;
import io.sirenorder.payment.legacy.MenuApi.Summary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Turns what the original app says, in names, into what our menu has, in ids. */
@ApplicationScoped
public class LegacyMenu {
    private static final int PAGE = 100;

    private final MenuApi menu;

    LegacyMenu(@RestClient MenuApi menu) {
        this.menu = menu;
    }

    /** Fails with {@link InvalidRequest} for what our menu does not have. */
    public Uni<CheckoutRequest> resolve(Wish wish) {
        return InOrder.map(wish.items(), this::line)
                .map(lines -> wish.intent() == Intent.ORDER ? order(wish, lines) : gift(wish, lines));
    }

    private static CheckoutRequest order(Wish wish, List<CheckoutRequest.Line> lines) {
        Pickup pickup = wish.takeOut() ? Pickup.TO_GO : Pickup.DINE_IN;
        return new CheckoutRequest(Intent.ORDER, store(wish.storeId()), lines, pickup, wish.note(), null, null);
    }

    private static CheckoutRequest gift(Wish wish, List<CheckoutRequest.Line> lines) {
        if (lines.size() != 1) {
            throw new InvalidRequest("menu", "must be one item");
        }
        CheckoutRequest.Line line = lines.get(0);
        CheckoutRequest.Gift gift = new CheckoutRequest.Gift(
                wish.to(), line.menuItemId(), line.quantity(), line.options(), wish.message(), wish.wrap());
        return new CheckoutRequest(Intent.GIFT, null, null, null, null, null, gift);
    }

    private static StoreId store(String text) {
        try {
            return StoreId.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("storeId", "is no store");
        }
    }

    private Uni<CheckoutRequest.Line> line(Item item) {
        if (item.count() < 1 || item.count() > Integer.MAX_VALUE) {
            throw new InvalidRequest("count", "must be a number of pieces");
        }
        return find(item.name(), null)
                .chain(id -> RetryOnce.asked(menu.detail(id.value())))
                .map(detail -> new CheckoutRequest.Line(
                        detail.menuItemId(), (int) item.count(), LegacyChoices.of(item, detail)));
    }

    private Uni<MenuItemId> find(String name, String cursor) {
        return RetryOnce.asked(menu.page(PAGE, cursor)).chain(page -> findOn(page, name));
    }

    private Uni<MenuItemId> findOn(MenuPage page, String name) {
        return page.items().stream()
                .filter(each -> isNamed(each, name))
                .findFirst()
                .map(found -> Uni.createFrom().item(found.menuItemId()))
                .orElseGet(() -> {
                    if (page.nextCursor() == null) {
                        throw new InvalidRequest("menu", "has no such item");
                    }
                    return find(name, page.nextCursor());
                });
    }

    private static boolean isNamed(Summary item, String name) {
        return name.equals(item.menuItemId().value())
                || name.equals(item.name())
                || name.equalsIgnoreCase(item.englishName());
    }
}
