package io.sirenorder.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.kit.digest.Digests;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The caller of a request, by its token. Ask only for what the role of the endpoint has. */
@RequestScoped
public class Caller {
    private static final int ACTOR_KEY_BYTES = 16;

    private final SecurityIdentity identity;
    private final Addresses addresses;

    Caller(SecurityIdentity identity, Addresses addresses) {
        this.identity = identity;
        this.addresses = addresses;
    }

    public MerchantId merchant() {
        return read(Roles.MERCHANT, token -> MerchantId.fromString(token.subject()));
    }

    /** The store of a merchant. */
    public StoreId store() {
        return read(Roles.MERCHANT, token -> StoreId.fromString(token.text("store_id")));
    }

    /** The wallet of a merchant. */
    public WalletId wallet() {
        return read(Roles.MERCHANT, token -> WalletId.fromString(token.text("wallet_id")));
    }

    /** The id of a merchant's session, {@code sid}; empty in tokens of releases that knew none. */
    public Optional<UUID> session() {
        return read(
                Roles.MERCHANT, token -> Optional.ofNullable(token.text("sid")).map(UUID::fromString));
    }

    public BuyerId buyer() {
        return read(Roles.BUYER, token -> BuyerId.of(token.issuer(), token.subject()));
    }

    /** A buyer, as rows and events name them. */
    public Recipient self() {
        return Recipient.buyer(buyer());
    }

    /** A buyer under every name that things may be addressed to them: first {@link #self}, then their proven e-mail. */
    public List<Recipient> recipients() {
        return Stream.concat(Stream.of(self()), provenAddress().stream()).toList();
    }

    private Optional<Recipient> provenAddress() {
        return read(
                Roles.BUYER,
                token -> token.isTrue("email_verified")
                        ? addresses.find(token.text("email"))
                        : Optional.<Recipient>empty());
    }

    /** The name by which others know a buyer; empty if the token has none. */
    public String nickname() {
        return read(Roles.BUYER, Nickname::of);
    }

    /** The name of a service. */
    public String service() {
        return read(Roles.SERVICE, VerifiedToken::subject);
    }

    /** The name of a merchant or an operator in logs of changes: {@code merchant:ID} or {@code operator:DIGEST}. */
    public String signature() {
        return token().role().equals(Roles.MERCHANT) ? signature(merchant()) : "operator:" + actorKey();
    }

    /** The name of a merchant in logs of changes. */
    public static String signature(MerchantId merchant) {
        return "merchant:" + merchant;
    }

    /** An opaque key of the caller, for limits and idempotency. */
    public String actorKey() {
        VerifiedToken token = token();
        String who = token.issuer().length() + ":" + token.issuer() + token.subject();
        return Digests.sha256Hex(who, ACTOR_KEY_BYTES);
    }

    private <T> T read(String role, Function<VerifiedToken, T> reading) {
        VerifiedToken token = token();
        if (!token.role().equals(role)) {
            throw new IllegalStateException("the caller is no " + role);
        }
        return reading.apply(token);
    }

    private VerifiedToken token() {
        VerifiedToken token = identity.getAttribute(BearerIdentityProvider.TOKEN);
        if (token == null) {
            throw new IllegalStateException("no caller has signed in; is the endpoint without @RolesAllowed?");
        }
        return token;
    }
}
