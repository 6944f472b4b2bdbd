package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.problem.TooManyRequests;
import io.sirenorder.merchant.audit.AccessLog;
import io.sirenorder.merchant.audit.AccessLog.Outcome;
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
    private final AccessLog log;

    SessionDesk(
            Merchants merchants,
            Passwords passwords,
            LoginLimits limits,
            RefreshTokens refreshTokens,
            SessionEndDesk ends,
            AccessTokens accessTokens,
            AccessLog log) {
        this.merchants = merchants;
        this.passwords = passwords;
        this.limits = limits;
        this.refreshTokens = refreshTokens;
        this.ends = ends;
        this.accessTokens = accessTokens;
        this.log = log;
    }

    /** Answers a wrong password and an unknown merchant alike, and after the same time. */
    Uni<Session> logIn(SignInName name, String password, Network network) {
        return recognise(name, password, network)
                .call(merchant -> log.add(merchant.id().toString(), network, Outcome.LOGGED_IN))
                .chain(merchant -> refreshTokens.issue(merchant.id()).map(issued -> session(merchant, issued)));
    }

    /** Replaces the password; every session of the merchant ends, the caller's too. */
    Uni<Void> changePassword(MerchantId id, String current, String next, Network network) {
        PasswordRules.check("newPassword", next, id.toString());
        return recognise(SignInName.of(id), current, network)
                .chain(() -> passwords.hash(next))
                .chain(hash -> ends.replacePassword(id, hash, "merchant:" + id))
                .call(() -> log.add(id.toString(), network, Outcome.PASSWORD_CHANGED));
    }

    private Uni<Merchant> recognise(SignInName name, String password, Network network) {
        return find(name).chain(found -> {
            String account = found.map(merchant -> merchant.id().toString()).orElse(name.text());
            return limits.take(account, network)
                    .onFailure(TooManyRequests.class)
                    .call(() -> log.add(account, network, Outcome.LIMITED))
                    .chain(attempt -> matches(found, password)
                            .onFailure()
                            .call(() -> limits.giveBack(attempt))
                            .chain(right -> right ? admit(attempt, found.orElseThrow()) : refuse(attempt)));
        });
    }

    private Uni<Optional<Merchant>> find(SignInName name) {
        return name.handle() == null ? merchants.find(name.id()) : merchants.find(name.handle());
    }

    private Uni<Boolean> matches(Optional<Merchant> merchant, String password) {
        return passwords.matches(password, merchant.map(Merchant::passwordHash));
    }

    private Uni<Merchant> admit(LoginLimits.Attempt attempt, Merchant merchant) {
        return limits.succeed(attempt).replaceWith(merchant);
    }

    private Uni<Merchant> refuse(LoginLimits.Attempt attempt) {
        return limits.fail(attempt)
                .chain(() -> log.add(attempt.account(), attempt.network(), Outcome.REFUSED))
                .map(counted -> {
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
