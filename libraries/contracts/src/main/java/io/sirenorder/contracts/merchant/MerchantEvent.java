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

/** An event of a merchant. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(MerchantEvent.MerchantRegistered.class),
    @JsonSubTypes.Type(MerchantEvent.MerchantSessionsEnded.class),
    @JsonSubTypes.Type(MerchantEvent.MerchantStoreStandingChanged.class),
    @JsonSubTypes.Type(MerchantEvent.MerchantStoreAccountChanged.class)
})
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

    /**
     * Sessions of the merchant ended: logout, a new password, or a refresh token used by two parties.
     *
     * @param before access tokens whose {@code iat} is earlier are void; a whole second
     * @param sid the one session that ended, with all of its tokens; null when all sessions ended
     */
    @JsonTypeName("merchant.sessions-ended")
    record MerchantSessionsEnded(MerchantId merchantId, Instant before, String sid, Instant at)
            implements MerchantEvent {}

    /**
     * The operators changed whether the store may sell.
     *
     * @param standing PENDING, ACTIVE, SUSPENDED or CLOSED; a reader treats an unknown one as not selling
     * @param reason in the operator's words, or null
     */
    @JsonTypeName("merchant.store-standing-changed")
    record MerchantStoreStandingChanged(
            MerchantId merchantId, StoreId storeId, String standing, String reason, Instant at)
            implements MerchantEvent {}

    /**
     * The operators named the account at PortOne that the store is paid into from now on.
     *
     * @param code of one of payment-service's accounts, or null for the platform's
     */
    @JsonTypeName("merchant.store-account-changed")
    record MerchantStoreAccountChanged(MerchantId merchantId, StoreId storeId, String code, Instant at)
            implements MerchantEvent {}
}
