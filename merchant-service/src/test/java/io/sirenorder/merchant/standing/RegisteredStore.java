package io.sirenorder.merchant.standing;

import io.restassured.path.json.JsonPath;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A store of a fresh merchant, as operators act on it.
 *
 * @param token the merchant's own
 */
record RegisteredStore(String merchantId, String storeId, String token) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static RegisteredStore fresh() {
        JsonPath ids = Registrations.fresh();
        String merchantId = ids.getString("merchantId");
        String storeId = ids.getString("storeId");
        WalletId wallet = WalletId.fromString(ids.getString("walletId"));
        return new RegisteredStore(
                merchantId,
                storeId,
                Tokens.merchant(MerchantId.fromString(merchantId), StoreId.fromString(storeId), wallet));
    }

    String path() {
        return "/merchants/" + merchantId + "/stores/" + storeId;
    }

    /** Values of a member in the merchant's events of that type, the oldest first; null where an event lacks it. */
    List<String> told(Pool pool, String type, String member) {
        return StreamSupport.stream(
                        pool.preparedQuery("""
                                SELECT body ->> $3::text AS told FROM (
                                  SELECT stream, type, body, at FROM event_feed
                                  UNION ALL SELECT stream, type, body, at FROM outbox_pending) AS events
                                WHERE stream = $1 AND type = $2 ORDER BY at
                                """)
                                .execute(Tuple.of("merchant:" + merchantId, type, member))
                                .await()
                                .atMost(LIMIT)
                                .spliterator(),
                        false)
                .map(row -> row.getString("told"))
                .toList();
    }
}
