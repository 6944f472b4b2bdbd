package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantRegistered;
import io.sirenorder.contracts.store.StoreProfile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Who sells, with the ids of their one store and its wallet. */
@Entity
@Table(name = "merchants")
public class Merchant {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID storeId;

    @Column(updatable = false)
    private UUID walletId;

    @Column(updatable = false)
    private String passwordHash;

    @Version
    private long version;

    @Column(updatable = false)
    private Instant registeredAt;

    Merchant() {}

    /** Three new ids; a clash with earlier ones is a broken constraint when it is stored. */
    Merchant(NewIds ids, String passwordHash, Instant at) {
        this.id = ids.next();
        this.storeId = ids.next();
        this.walletId = ids.next();
        this.passwordHash = passwordHash;
        this.registeredAt = at;
    }

    MerchantRegistered registered(StoreProfile store) {
        return new MerchantRegistered(id(), storeId(), walletId(), store, registeredAt);
    }

    public MerchantId id() {
        return new MerchantId(id);
    }

    public StoreId storeId() {
        return new StoreId(storeId);
    }

    public WalletId walletId() {
        return new WalletId(walletId);
    }

    public String passwordHash() {
        return passwordHash;
    }

    long version() {
        return version;
    }
}
