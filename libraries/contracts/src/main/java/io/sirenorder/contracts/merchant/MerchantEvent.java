package io.sirenorder.contracts.merchant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.store.StoreProfile;
import java.time.Instant;

/** What happened to a merchant. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(MerchantEvent.MerchantRegistered.class))
public sealed interface MerchantEvent extends Event {
    MerchantId merchantId();

    @Override
    default String stream() {
        return "merchant:" + merchantId();
    }

    /** A merchant exists, and with it the ids of one store and one wallet. */
    @JsonTypeName("merchant.registered")
    record MerchantRegistered(MerchantId merchantId, StoreId storeId, WalletId walletId, StoreProfile store, Instant at)
            implements MerchantEvent {}
}
