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

    private String passwordHash;

    @Version
    private long version;

    @Column(updatable = false)
    private Instant registeredAt;

    Merchant() {}

    /** Three fresh ids; a clash with earlier ones is a broken constraint when it is stored. */
    Merchant(String passwordHash, Instant at) {
        this.id = UUID.randomUUID();
        this.storeId = UUID.randomUUID();
        this.walletId = UUID.randomUUID();
        this.passwordHash = passwordHash;
        this.registeredAt = at;
    }

    MerchantRegistered registered(StoreProfile store) {
        return new MerchantRegistered(id(), storeId(), walletId(), store, registeredAt);
    }

    void changePassword(String nextHash) {
        passwordHash = nextHash;
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
