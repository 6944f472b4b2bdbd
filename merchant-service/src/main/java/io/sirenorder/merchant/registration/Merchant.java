package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantRegistered;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantSessionsEnded;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreAccountChanged;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreStandingChanged;
import io.sirenorder.contracts.store.StoreProfile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** A merchant, with the ids of their one store and its wallet. */
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

    /** Access tokens issued earlier are void; null until a password was replaced. */
    private Instant tokensFrom;

    /** Written only: each end of a session is a new version of the merchant. */
    @SuppressWarnings("UnusedVariable")
    private Instant sessionEndedAt;

    @Version
    private long version;

    @Column(updatable = false)
    private Instant registeredAt;

    @Column(updatable = false)
    private String handle;

    @Column(updatable = false)
    private String storeName;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private String standingReason;

    private Instant standingSince;

    /** Null unless the store was closed for good. */
    private Instant closedAt;

    /** Null for the platform's account, and for merchants of earlier releases. */
    private String accountCode;

    Merchant() {}

    /** Three new ids; an id that is taken is a broken constraint when the merchant is stored. */
    Merchant(NewIds ids, NewMerchant wish, Standing standing, Instant at) {
        this.id = ids.next();
        this.storeId = ids.next();
        this.walletId = ids.next();
        this.passwordHash = wish.passwordHash();
        this.handle = wish.handle();
        this.storeName = wish.store().name();
        this.accountCode = wish.store().portoneMerchantCode();
        this.standing = standing;
        this.standingSince = at;
        this.registeredAt = at;
    }

    MerchantRegistered registered(StoreProfile store) {
        return new MerchantRegistered(id(), storeId(), walletId(), store, registeredAt);
    }

    /** Changes whether the store may sell; fails with {@link StandingChanged} where it stands otherwise than expected. */
    public MerchantStoreStandingChanged stand(Set<Standing> expected, Standing next, String reason, Instant now) {
        if (!expected.contains(standing())) {
            throw new StandingChanged(standing());
        }
        boolean closes = next == Standing.CLOSED;
        standing = closes ? Standing.SUSPENDED : next;
        closedAt = closes ? now : null;
        standingReason = reason;
        standingSince = now;
        return standingChanged(now);
    }

    /** The event of the present standing. */
    MerchantStoreStandingChanged standingChanged(Instant now) {
        return new MerchantStoreStandingChanged(id(), storeId(), standing().name(), standingReason, now);
    }

    /** Names the account at PortOne that the store is paid into from now on, or null for the platform's. */
    public MerchantStoreAccountChanged payInto(String code, Instant now) {
        accountCode = code;
        return new MerchantStoreAccountChanged(id(), storeId(), code, now);
    }

    public Standing standing() {
        return closedAt == null ? standing : Standing.CLOSED;
    }

    /** The merchant as operators see it. */
    public MerchantView view() {
        return new MerchantView(
                id(),
                storeId(),
                walletId(),
                handle,
                storeName,
                standing(),
                standingReason,
                standingSince,
                registeredAt,
                accountCode);
    }

    /** Ends one session; its access tokens are void whenever they were issued. */
    public MerchantSessionsEnded endSession(UUID sid, Instant now) {
        sessionEndedAt = now;
        return new MerchantSessionsEnded(id(), nextSecond(now), sid.toString(), now);
    }

    /** Ends all sessions. */
    public MerchantSessionsEnded endSessions(Instant now) {
        sessionEndedAt = now;
        tokensFrom = nextSecond(now);
        return new MerchantSessionsEnded(id(), tokensFrom, null, now);
    }

    /** Replaces the password and ends all sessions. */
    public MerchantSessionsEnded replacePassword(String hash, Instant now) {
        passwordHash = hash;
        return endSessions(now);
    }

    /** Tokens say their time in whole seconds: those of the second in which sessions end are void too. */
    private static Instant nextSecond(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** The {@code iat} of an access token made now: never one that an end of sessions has voided. */
    public Instant issuedAt(Instant now) {
        return tokensFrom != null && tokensFrom.isAfter(now) ? tokensFrom : now;
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

    public long version() {
        return version;
    }
}
