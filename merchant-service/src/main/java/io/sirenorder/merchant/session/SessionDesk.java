package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.merchant.network.Network;
import io.sirenorder.merchant.password.PasswordRules;
import io.sirenorder.merchant.password.Passwords;
import io.sirenorder.merchant.registration.Merchant;
import io.sirenorder.merchant.registration.Merchants;
import io.sirenorder.merchant.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Opens, renews and ends sessions. No transaction is open while a password is hashed. */
@ApplicationScoped
class SessionDesk {
    private final Merchants merchants;
    private final Passwords passwords;
    private final LoginLimits limits;
    private final RefreshTokens refreshTokens;
    private final SessionEndDesk ends;
    private final AccessTokens accessTokens;

    SessionDesk(
            Merchants merchants,
            Passwords passwords,
            LoginLimits limits,
            RefreshTokens refreshTokens,
            SessionEndDesk ends,
            AccessTokens accessTokens) {
        this.merchants = merchants;
        this.passwords = passwords;
        this.limits = limits;
        this.refreshTokens = refreshTokens;
        this.ends = ends;
        this.accessTokens = accessTokens;
    }

    /** Answers a wrong password and an unknown merchant alike, and after the same time. */
    Uni<Session> logIn(MerchantId id, String password, Network network) {
        return recognise(id, password, network)
                .chain(merchant -> refreshTokens.issue(merchant.id()).map(issued -> session(merchant, issued)));
    }

    /** Replaces the password; every session of the merchant ends, the caller's too. */
    Uni<Void> changePassword(MerchantId id, String current, String next, Network network) {
        PasswordRules.check("newPassword", next, id.toString());
        return recognise(id, current, network)
                .chain(() -> passwords.hash(next))
                .chain(hash -> ends.replacePassword(id, hash));
    }

    private Uni<Merchant> recognise(MerchantId id, String password, Network network) {
        return limits.take(id.toString(), network)
                .chain(attempt -> recognise(id, password)
                        .onFailure()
                        .call(() -> limits.giveBack(attempt))
                        .chain(merchant -> merchant.isPresent() ? admit(attempt, merchant.get()) : refuse(attempt)));
    }

    private Uni<Optional<Merchant>> recognise(MerchantId id, String password) {
        return merchants
                .find(id)
                .chain(merchant -> passwords
                        .matches(password, merchant.map(Merchant::passwordHash))
                        .map(right -> right ? merchant : Optional.empty()));
    }

    private Uni<Merchant> admit(LoginLimits.Attempt attempt, Merchant merchant) {
        return limits.succeed(attempt).replaceWith(merchant);
    }

    private Uni<Merchant> refuse(LoginLimits.Attempt attempt) {
        return limits.fail(attempt).map(counted -> {
            throw new BadCredentials();
        });
    }

    /** Exchanges a refresh token. One that two parties hold ends its session. */
    Uni<Session> refresh(String token) {
        return refreshTokens
                .renew(token)
                .chain(issued -> issued.isPresent()
                        ? merchants
                                .find(issued.get().family().merchant())
                                .map(found -> session(found.orElseThrow(), issued.get()))
                        : endReused(token).map(ended -> {
                            throw new BadCredentials();
                        }));
    }

    private Uni<Void> endReused(String token) {
        return refreshTokens.reused(token).chain(this::end);
    }

    /** Ends the session of a refresh token; fails with {@link BadCredentials} where it has none. */
    Uni<Void> logOut(String token) {
        return refreshTokens.family(token).chain(family -> {
            if (family.isEmpty()) {
                throw new BadCredentials();
            }
            return end(family);
        });
    }

    private Uni<Void> end(Optional<RefreshTokens.Family> family) {
        return family.map(session -> ends.end(session.merchant(), session.sid()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Session session(Merchant merchant, RefreshTokens.Issued issued) {
        return new Session(
                accessTokens.issue(merchant, issued.family().sid()),
                accessTokens.lifetime().toSeconds(),
                issued.token(),
                merchant.id(),
                merchant.storeId(),
                merchant.walletId());
    }
}
