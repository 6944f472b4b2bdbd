package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.merchant.password.Passwords;
import io.sirenorder.merchant.registration.Merchant;
import io.sirenorder.merchant.registration.Merchants;
import io.sirenorder.merchant.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets merchants in. No transaction is open while a password is hashed. */
@ApplicationScoped
class SessionDesk {
    private final Merchants merchants;
    private final Passwords passwords;
    private final FailedLogins failures;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;

    SessionDesk(
            Merchants merchants,
            Passwords passwords,
            FailedLogins failures,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens) {
        this.merchants = merchants;
        this.passwords = passwords;
        this.failures = failures;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
    }

    /** The same answer after the same time, whether the merchant or the password is wrong. */
    Uni<Session> logIn(MerchantId id, String password, String address) {
        return recognise(id, password, address).chain(this::welcome);
    }

    /** Whoever else is logged in as this merchant is out when their access token ends. */
    Uni<Void> changePassword(MerchantId id, String current, String next, String address) {
        return recognise(id, current, address)
                .chain(() -> passwords.hash(next))
                .chain(hash -> refreshTokens.replacePassword(id, hash));
    }

    private Uni<Merchant> recognise(MerchantId id, String password, String address) {
        return failures.requireFew(id, address).chain(attempt -> recognise(attempt, password));
    }

    private Uni<Merchant> recognise(FailedLogins.Try attempt, String password) {
        return merchants
                .find(attempt.merchant())
                .chain(merchant -> passwords
                        .matches(password, merchant.map(Merchant::passwordHash))
                        .chain(right -> right ? forgive(attempt, merchant) : refuse(attempt)));
    }

    private Uni<Merchant> forgive(FailedLogins.Try attempt, Optional<Merchant> merchant) {
        return failures.forget(attempt).replaceWith(merchant.orElseThrow());
    }

    private Uni<Merchant> refuse(FailedLogins.Try attempt) {
        return failures.count(attempt).map(counted -> {
            throw new BadCredentials();
        });
    }

    Uni<Session> refresh(String token) {
        return refreshTokens.renew(token).chain(renewal -> {
            if (renewal.isRefused()) {
                throw new BadCredentials();
            }
            return merchants.find(renewal.merchant()).map(found -> session(found.orElseThrow(), renewal.token()));
        });
    }

    private Uni<Session> welcome(Merchant merchant) {
        return refreshTokens.issue(merchant.id()).map(token -> session(merchant, token));
    }

    private Session session(Merchant merchant, String refreshToken) {
        long seconds = accessTokens.lifetime().toSeconds();
        return new Session(accessTokens.issue(merchant), seconds, refreshToken);
    }
}
