package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Refresh tokens: random, kept as hashes, used once, in families that begin with a login (RFC 9700, 4.14.2). */
@ApplicationScoped
class RefreshTokens {
    private static final int BYTES = 32;
    private static final String INSERT = """
            INSERT INTO refresh_tokens (token_hash, family, merchant_id, issued_at, expires_at)
            VALUES ($1, $2, $3, now(), now() + $4 * interval '1 second')
            """;
    private static final String USE = """
            UPDATE refresh_tokens SET used_at = now()
            WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
            RETURNING family, merchant_id
            """;
    private static final String REVOKE_FAMILY = """
            UPDATE refresh_tokens SET revoked_at = now() WHERE revoked_at IS NULL
              AND family = (SELECT family FROM refresh_tokens WHERE token_hash = $1 AND used_at IS NOT NULL)
            """;

    private static final String REPLACE_PASSWORD = """
            WITH changed AS (
              UPDATE merchants SET password_hash = $2, version = version + 1 WHERE id = $1 RETURNING id)
            UPDATE refresh_tokens SET revoked_at = now()
            WHERE merchant_id IN (SELECT id FROM changed) AND revoked_at IS NULL
            """;

    private final Pool pool;
    private final SessionConfig config;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The first of a family. */
    Uni<String> issue(MerchantId merchant) {
        return pool.withConnection(connection -> issue(connection, UUID.randomUUID(), merchant));
    }

    /** A token for a token, once. One that was used before ends its family, and is no better than an unknown one. */
    Uni<Renewal> renew(String token) {
        Tuple hash = Tuple.of(hash(token));
        return pool.withTransaction(connection -> connection
                .preparedQuery(USE)
                .execute(hash)
                .chain(used -> used.size() == 1
                        ? renew(connection, used.iterator().next())
                        : connection.preparedQuery(REVOKE_FAMILY).execute(hash).replaceWith(Renewal.REFUSED)));
    }

    private Uni<Renewal> renew(SqlConnection connection, Row used) {
        MerchantId merchant = new MerchantId(used.getUUID("merchant_id"));
        return issue(connection, used.getUUID("family"), merchant).map(next -> new Renewal(merchant, next));
    }

    private Uni<String> issue(SqlConnection connection, UUID family, MerchantId merchant) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Tuple row = Tuple.of(
                hash(token), family, merchant.value(), config.lifetime().toSeconds());
        return connection.preparedQuery(INSERT).execute(row).replaceWith(token);
    }

    /** Gives a merchant another password and ends all their sessions, both or neither. */
    Uni<Void> replacePassword(MerchantId merchant, String passwordHash) {
        return pool.preparedQuery(REPLACE_PASSWORD)
                .execute(Tuple.of(merchant.value(), passwordHash))
                .replaceWithVoid();
    }

    private static Buffer hash(String token) {
        try {
            byte[] text = token.getBytes(StandardCharsets.UTF_8);
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whose token it was and the one that follows it; both null when it was none. */
    record Renewal(MerchantId merchant, String token) {
        static final Renewal REFUSED = new Renewal(null, null);

        boolean isRefused() {
            return merchant == null;
        }
    }
}
