package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.contracts.KoreanTime;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists and balances that buyers, merchants and operators look at, each for some seconds. */
final class HistoryReads {
    private static final int IN_FLIGHT = 2;
    private static final int DAYS = 30;
    private static final int OK = 200;
    private static final double FIRST_PERCENTILE = 99;

    private final Map<String, Api> callers = new LinkedHashMap<>();

    HistoryReads(Api api, Buyer buyer, Merchant merchant) {
        Api operator = api.as(api.post("/dev/operators", Map.of()).expect(201).text("accessToken"));
        LocalDate today = LocalDate.now(KoreanTime.ZONE);
        String wallet = "/wallets/" + merchant.walletId();
        callers.put("/orders?limit=20", buyer.api());
        callers.put("/loyalty", buyer.api());
        callers.put("/loyalty/entries?limit=20", buyer.api());
        callers.put("/coupons?limit=20", buyer.api());
        callers.put("/gifts?limit=20", buyer.api());
        callers.put("/stores/" + merchant.storeId() + "/orders?limit=20", merchant.api());
        callers.put(wallet, merchant.api());
        callers.put(wallet + "/entries?limit=20", merchant.api());
        callers.put(wallet + "/days?from=" + today.minusDays(DAYS) + "&to=" + today, merchant.api());
        callers.put("/stores?limit=20", api);
        callers.put("/stores?near=37.4979,127.0276", api);
        callers.put("/orders?limit=21", operator);
        callers.put("/payments?limit=20", operator);
        callers.put("/merchants?limit=20", operator);
    }

    /** Prints and returns the 99th percentile of each, in milliseconds, by its path with ids left out. */
    Map<String, Double> run(int seconds, PrintWriter out) {
        Map<String, Double> p99 = new LinkedHashMap<>();
        callers.forEach((path, api) -> {
            String name = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
            CallLoop loop = new CallLoop(() -> api.callAsync("GET", path, null), OK, IN_FLIGHT);
            loop.run(name, 1);
            CallLoop.Result result = loop.run(name, seconds);
            if (result.failed() > 0) {
                throw new IllegalStateException(result.failed() + " calls of " + name + " failed");
            }
            p99.put(name, result.latency().millisAt(FIRST_PERCENTILE));
            out.println(result.latency().line());
        });
        out.flush();
        return p99;
    }
}
