package io.sirenorder.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Files whose address has no edition: pages, workers and manifests, with edition, facts and preloads filled in. */
final class Documents {
    private final SortedMap<String, byte[]> sources;
    private final String edition;
    private final WebConfig config;

    Documents(SortedMap<String, byte[]> sources, String edition, WebConfig config) {
        this.sources = sources;
        this.edition = edition;
        this.config = config;
    }

    /** By path. */
    Map<String, PageFile> all() {
        Map<String, PageFile> documents = new HashMap<>();
        documents.put("/assets/boot.js", PageFile.of("boot.js", text("boot.js")));
        for (PagePolicy policy : PagePolicy.values()) {
            put(documents, policy.path(), policy.page() + ".html", policy.page());
            put(documents, policy.path() + "sw.js", policy.page() + "/sw.js", policy.page());
            put(
                    documents,
                    policy.path() + "manifest.webmanifest",
                    policy.page() + "/manifest.webmanifest",
                    policy.page());
        }
        return Map.copyOf(documents);
    }

    private void put(Map<String, PageFile> documents, String path, String source, String page) {
        if (sources.containsKey(source)) {
            documents.put(path, PageFile.of(source, filledIn(text(source), page)));
        }
    }

    private String filledIn(String text, String page) {
        return text.replace("{{edition}}", edition)
                .replace("{{facts}}", facts(page).encode().replace("<", "\\u003c"))
                .replace("{{preload}}", preload(page))
                .replace("{{files}}", new JsonArray(files(page)).encode());
    }

    private String preload(String page) {
        return "<link rel=\"modulepreload\" href=\"%s\">".formatted(address(page + "/main.js"));
    }

    /** Addresses of everything that a page may load, for its service worker. */
    private List<String> files(String page) {
        return sources.keySet().stream()
                .filter(name ->
                        name.matches("(kit|%1$s)/((ko|en|look)\\.js|.*\\.css)|%1$s/main\\.js|icons/.*".formatted(page)))
                .map(this::address)
                .toList();
    }

    private String address(String name) {
        return "/assets/%s/%s".formatted(edition, name);
    }

    /** Facts that the scripts of a page have to know, and no more. */
    private JsonObject facts(String page) {
        JsonObject facts = new JsonObject().put("edition", edition);
        return switch (page) {
            case "shop" -> facts.put("buyers", issuer(config.buyers()));
            case "operator" -> facts.put("operators", issuer(config.operators()));
            case "pay" -> facts.put("pay", pay(config.pay()));
            default -> facts;
        };
    }

    private static JsonObject pay(WebConfig.Pay pay) {
        return new JsonObject().put("v2Sdk", pay.v2Sdk()).put("v1Sdk", pay.v1Sdk());
    }

    private static JsonObject issuer(WebConfig.Issuer issuer) {
        return new JsonObject()
                .put("issuer", issuer.issuer().orElse(null))
                .put("clientId", issuer.clientId())
                .put("scope", issuer.scope());
    }

    private String text(String name) {
        return new String(sources.get(name), StandardCharsets.UTF_8);
    }
}
