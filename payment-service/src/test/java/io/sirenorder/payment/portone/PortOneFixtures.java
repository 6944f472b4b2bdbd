package io.sirenorder.payment.portone;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.simulator.PortOneSimulator;
import io.sirenorder.simulator.payment.Account;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Configurations of PortOne, and answers that it really gave. */
public final class PortOneFixtures {
    public static final String SECRET = "whsec_pzQGE83cSIRKM4/WH5QY+g==";
    public static final String SECOND_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private PortOneFixtures() {}

    static PortOneConfig config(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((key, value) -> named.put("siren.portone." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PortOneConfig.class)
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(PortOneConfig.class);
    }

    /** The settings of that simulator's account, with time-outs of a test. */
    static Map<String, String> settings(PortOneSimulator simulator) {
        Account account = simulator.config().account();
        Map<String, String> settings = new HashMap<>();
        settings.put("read-timeout", "0.5s");
        settings.put("v2.api-url", simulator.v2Url());
        settings.put("v2.api-secret", account.v2ApiSecret());
        settings.put("v2.store-id", account.storeId());
        settings.put("v2.channel-key", account.channelKey());
        settings.put("v2.webhook-secrets", SECRET + "," + SECOND_SECRET);
        settings.put("v1.api-url", simulator.v1Url());
        settings.put("v1.imp-key", account.v1Key());
        settings.put("v1.imp-secret", account.v1Secret());
        settings.put("v1.imp-code", account.v1Code());
        return settings;
    }

    /** One of {@code src/test/resources/portone}. */
    static JsonNode fixture(String name) {
        return json(bytes(name));
    }

    static byte[] bytes(String name) {
        try (InputStream file = PortOneFixtures.class.getResourceAsStream("/portone/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Tolerant.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError("no JSON", e);
        }
    }
}
