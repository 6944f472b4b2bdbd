package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.digest.Digests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Refresh tokens: random, kept as hashes, used once, in families that begin with a login (RFC 9700, 4.14.2). A family is a
 * session, and its id the {@code sid} of the session's access tokens.
 */
@ApplicationScoped
class RefreshTokens {
    private static final int BYTES = 32;
    /** Tokens that one token may be exchanged for within the grace period, beside the first. */
    private static final int MOST_GRACE_USES = 5;

    private static final String INSERT = """
            INSERT INTO refresh_tokens (token_hash, family, merchant_id, issued_at, expires_at, parent)
            VALUES ($1, $2, $3, now(), now() + make_interval(secs => $4::double precision), $5)
            """;
    private static final String USE = """
            UPDATE refresh_tokens SET used_at = now()
            WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
            RETURNING family, merchant_id
            """;
    private static final String USE_AGAIN = """
            UPDATE refresh_tokens AS used SET grace_uses = grace_uses + 1
            WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > now()
              AND used_at > now() - make_interval(secs => $2::double precision) AND grace_uses < $3
              AND NOT EXISTS (SELECT FROM refresh_tokens AS next WHERE next.parent = $1 AND next.used_at IS NOT NULL)
            RETURNING family, merchant_id
            """;
    private static final String FAMILY =
            "SELECT family, merchant_id, used_at FROM refresh_tokens WHERE token_hash = $1 AND revoked_at IS NULL";

    private final Pool pool;
    private final SessionConfig config;
    private final SecureRandom random = new SecureRandom();

    /** A session: whose it is, and its id. */
    record Family(MerchantId merchant, UUID sid) {
        private static Family of(Row row) {
            return new Family(new MerchantId(row.getUUID("merchant_id")), row.getUUID("family"));
        }
    }

    /** A session with the newest of its refresh tokens. */
    record Issued(Family family, String token) {}

    RefreshTokens(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The first of a family. */
    Uni<Issued> issue(MerchantId merchant) {
        return pool.withConnection(connection -> issue(connection, new Family(merchant, UUID.randomUUID()), null));
    }

    /** A new token for one that is unused, or was just used without consequence; empty for any other. */
    Uni<Optional<Issued>> renew(String token) {
        Buffer hash = hash(token);
        return pool.withTransaction(connection -> use(connection, hash)
                .chain(family -> family.isEmpty()
                        ? Uni.createFrom().item(Optional.<Issued>empty())
                        : issue(connection, family.get(), hash).map(Optional::of)));
    }

    private Uni<Optional<Family>> use(SqlConnection connection, Buffer hash) {
        return connection
                .preparedQuery(USE)
                .execute(Tuple.of(hash))
                .chain(used -> used.size() == 1
                        ? Uni.createFrom().item(family(used))
                        : connection
                                .preparedQuery(USE_AGAIN)
                                .execute(Tuple.of(hash, (double) config.grace().toSeconds(), MOST_GRACE_USES))
                                .map(RefreshTokens::family));
    }

    /** The live session of a token that was used before: two parties hold it. */
    Uni<Optional<Family>> reused(String token) {
        return pool.preparedQuery(FAMILY + " AND used_at IS NOT NULL")
                .execute(Tuple.of(hash(token)))
                .map(RefreshTokens::family);
    }

    /** The live session of a token, used or not. */
    Uni<Optional<Family>> family(String token) {
        return pool.preparedQuery(FAMILY).execute(Tuple.of(hash(token))).map(RefreshTokens::family);
    }

    private static Optional<Family> family(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(Family.of(rows.iterator().next()));
    }

    private Uni<Issued> issue(SqlConnection connection, Family family, Buffer parent) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Tuple row = Tuple.from(new Object[] {
            hash(token),
            family.sid(),
            family.merchant().value(),
            (double) config.lifetime().toSeconds(),
            parent
        });
        return connection.preparedQuery(INSERT).execute(row).replaceWith(new Issued(family, token));
    }

    private static Buffer hash(String token) {
        return Buffer.buffer(Digests.sha256(token));
    }
}
