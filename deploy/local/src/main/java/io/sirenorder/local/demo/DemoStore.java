package io.sirenorder.local.demo;

import io.sirenorder.client.Api;
import io.sirenorder.client.Merchant;
import io.sirenorder.local.process.TextFile;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The store that a fresh local stack registers, so that there is a till to sign in at. */
public record DemoStore(String merchantId, String storeId, String walletId) {
    public static final String PASSWORD = "siren-demo";
    static final String NAME = "데모 카페 강남점";

    /** The store of that file, if the stack's data have one. */
    public static Optional<DemoStore> in(Path file) {
        return Files.exists(file) ? Optional.of(parse(new JsonObject(TextFile.read(file)))) : Optional.empty();
    }

    private static DemoStore parse(JsonObject json) {
        return new DemoStore(json.getString("merchantId"), json.getString("storeId"), json.getString("walletId"));
    }

    /** The same, registered now if there is none yet. */
    public static DemoStore registeredIn(Path file, Api door) {
        return in(file).orElseGet(() -> {
            Merchant merchant = Merchant.register(door, NAME, PASSWORD);
            JsonObject json = new JsonObject()
                    .put("merchantId", merchant.merchantId())
                    .put("storeId", merchant.storeId())
                    .put("walletId", merchant.walletId());
            TextFile.write(file, json.encodePrettily() + "\n");
            return parse(json);
        });
    }

    public Merchant signIn(Api door) {
        return Merchant.signIn(door, merchantId, storeId, walletId, PASSWORD);
    }

    /** The path of the till's page with this merchant filled in. */
    public String till() {
        return "/till/#m=" + merchantId;
    }

    /** For the start page. */
    public static Map<String, String> onPage(Path file) {
        return in(file).map(
                        store -> Map.of("till", store.till(), "tillAccount", NAME + " · 비밀번호 password: " + PASSWORD))
                .orElse(Map.of("till", "/till/", "tillAccount", "매장을 먼저 등록해 주세요. · Register a store first."));
    }
}
