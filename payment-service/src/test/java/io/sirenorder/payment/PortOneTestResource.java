package io.sirenorder.payment;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sirenorder.simulator.PortOneSimulator;
import io.sirenorder.simulator.SimulatorConfig;
import io.sirenorder.simulator.payment.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PortOne, simulated, and a service that is told of it and loses no time. */
public class PortOneTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String SECOND_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    /** An account of a store's own, and one that takes no new checkouts; their codes are their names. */
    public static final Account MAPO = Account.sample("mapo");

    public static final Account CLOSED = Account.sample("closed");
    public static final String MAPO_SECRET = "whsec_bWFwby1zZWNyZXQtb2YtdGhlLXN0b3Jl";
    private static final String CLOSED_SECRET = "whsec_Y2xvc2VkLXNlY3JldC1vZi10aGUtc3RvcmU=";
    private static PortOneSimulator simulator;

    /** The one that runs beside this service. */
    public static synchronized PortOneSimulator simulator() {
        if (simulator == null) {
            simulator = PortOneSimulator.start(SimulatorConfig.sample()
                    .withAccount(MAPO, List.of(MAPO_SECRET))
                    .withAccount(CLOSED, List.of(CLOSED_SECRET)));
        }
        return simulator;
    }

    @Override
    public Map<String, String> start() {
        Account account = simulator().config().account();
        Map<String, String> config = new HashMap<>(haste());
        config.put("siren.portone.v2.api-url", simulator().v2Url());
        config.put("siren.portone.v2.api-secret", account.v2ApiSecret());
        config.put("siren.portone.v2.store-id", account.storeId());
        config.put("siren.portone.v2.channel-key", account.channelKey());
        String secret = simulator().config().webhooks().secrets().get(0);
        config.put("siren.portone.v2.webhook-secrets", secret + "," + SECOND_SECRET);
        config.put("siren.portone.v1.api-url", simulator().v1Url());
        config.put("siren.portone.v1.imp-key", account.v1Key());
        config.put("siren.portone.v1.imp-secret", account.v1Secret());
        config.put("siren.portone.v1.imp-code", account.v1Code());
        config.put("siren.portone.v1.channel-key", account.channelKey());
        config.putAll(own("mapo", MAPO, MAPO_SECRET));
        config.putAll(own("closed", CLOSED, CLOSED_SECRET));
        config.put("siren.portone.accounts.\"closed\".takes-new", "false");
        config.put("siren.portone.accounts.\"mapo\".pg-merchant-ids", "iamporttest_3,INIpayTest");
        config.putAll(withRefusedKeys());
        return config;
    }

    private static Map<String, String> own(String code, Account account, String webhookSecret) {
        String prefix = "siren.portone.accounts.\"" + code + "\".";
        return Map.of(
                prefix + "v2.store-id", account.storeId(),
                prefix + "v2.api-secret", account.v2ApiSecret(),
                prefix + "v2.channel-key", account.channelKey(),
                prefix + "v2.webhook-secrets", webhookSecret,
                prefix + "v1.imp-key", account.v1Key(),
                prefix + "v1.imp-secret", account.v1Secret(),
                prefix + "v1.imp-code", account.v1Code());
    }

    /** An account whose keys PortOne does not know. */
    private static Map<String, String> withRefusedKeys() {
        String prefix = "siren.portone.accounts.\"refused\".v2.";
        return Map.of(
                prefix + "store-id", "store-of-refused-keys",
                prefix + "api-secret", "no-secret-of-anything",
                prefix + "channel-key", "channel-of-refused-keys",
                prefix + "webhook-secrets", "whsec_cmVmdXNlZC1zZWNyZXQtb2YtdGhlLXN0b3Jl");
    }

    private static Map<String, String> haste() {
        return Map.ofEntries(
                Map.entry("siren.portone.read-timeout", "1s"),
                Map.entry("siren.checkout.look-again-after", "0.5s"),
                Map.entry("siren.refunds.waits", "0.1s,0.2s,0.3s"),
                Map.entry("siren.refunds.refusals", "3"),
                Map.entry("siren.refunds.lease", "60s"),
                Map.entry("siren.webhooks.longest-wait", "0.5s"),
                Map.entry("siren.webhooks.failures", "3"),
                Map.entry("siren.webhooks.lease", "60s"),
                Map.entry("siren.reconciler.sweep", "2s"),
                Map.entry("siren.reconciler.grace", "1s"),
                Map.entry("siren.fulfilment.every", "1h"),
                Map.entry("siren.fulfilment.grace", "1s"),
                Map.entry("siren.fulfilment.later", "2s"));
    }

    /** The simulator stays for the next test class; it ends with this JVM. */
    @Override
    public void stop() {}
}
