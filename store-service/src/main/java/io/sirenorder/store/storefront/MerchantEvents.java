package io.sirenorder.store.storefront;

import io.sirenorder.contracts.merchant.MerchantEvent.MerchantRegistered;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreAccountChanged;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreStandingChanged;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Reacts to events of merchant-service: a registration creates the store, a standing lets it sell or not, an account is paid into. */
@ApplicationScoped
class MerchantEvents implements FeedListener {
    private final StoreDesk desk;

    MerchantEvents(StoreDesk desk) {
        this.desk = desk;
    }

    @Override
    public String producer() {
        return "merchant";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(MerchantRegistered.class, desk::register)
                .on(MerchantStoreStandingChanged.class, desk::stand)
                .on(MerchantStoreAccountChanged.class, desk::payInto);
    }
}
