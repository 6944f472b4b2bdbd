package io.sirenorder.merchant.recovery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.digest.Digests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recovery codes: sixteen random symbols of Crockford's base 32 (80 bits), kept as hashes, used once. */
@ApplicationScoped
class RecoveryCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SYMBOLS = 16;
    private static final int GROUP = 4;
    private static final String VOID = "DELETE FROM recovery_codes WHERE merchant_id = :merchant";
    private static final String INSERT = """
            INSERT INTO recovery_codes (code_hash, merchant_id, expires_at)
            VALUES (:hash, :merchant, now() + make_interval(secs => cast(:seconds AS double precision)))
            """;
    private static final String OWNER =
            "SELECT merchant_id FROM recovery_codes WHERE code_hash = $1 AND used_at IS NULL AND expires_at > now()";
    private static final String USE =
            "UPDATE recovery_codes SET used_at = now() WHERE code_hash = :hash AND used_at IS NULL AND expires_at > now()";

    private final Pool pool;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(
            Pool pool, @ConfigProperty(name = "siren.recovery.lifetime", defaultValue = "24h") Duration lifetime) {
        this.pool = pool;
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Draws a code within the current transaction; earlier codes of the merchant are void. */
    Uni<String> issue(MerchantId merchant) {
        String code = draw();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VOID)
                        .setParameter("merchant", merchant.value())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(INSERT)
                                .setParameter("hash", hash(code))
                                .setParameter("merchant", merchant.value())
                                .setParameter("seconds", lifetime.toSeconds())
                                .executeUpdate())
                        .replaceWith(code));
    }

    private String draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < SYMBOLS; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The merchant of a code that can be used. */
    Uni<Optional<MerchantId>> owner(String code) {
        return pool.preparedQuery(OWNER)
                .execute(Tuple.of(Buffer.buffer(hash(code))))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext()
                            ? Optional.of(new MerchantId(found.next().getUUID("merchant_id")))
                            : Optional.<MerchantId>empty();
                });
    }

    /** Uses a code within the current transaction; false where another use was first. */
    Uni<Boolean> use(String code) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE)
                        .setParameter("hash", hash(code))
                        .executeUpdate())
                .map(used -> used == 1);
    }

    /** Of the code as people type it: any case, with or without hyphens and spaces, O for 0, I and L for 1. */
    private static byte[] hash(String typed) {
        String symbols = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Digests.sha256(symbols);
    }
}
