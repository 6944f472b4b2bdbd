package io.sirenorder.simulator;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.webhook.WebhookSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of a run.
 *
 * @param port 0 for any free one
 * @param accounts at least one; the first takes purchases that name none
 * @param journal where payments are kept over restarts; absent for a run that forgets
 */
public record SimulatorConfig(
        String host, int port, List<Account> accounts, WebhookSettings webhooks, long seed, Optional<Path> journal) {
    private static final String PREFIX = "SIREN_SIMULATOR_";
    private static final int USUAL_PORT = 18_090;

    /** Any free port, sample credentials, no webhook address. */
    public static SimulatorConfig sample() {
        return new SimulatorConfig(
                "127.0.0.1", 0, List.of(Account.sample()), WebhookSettings.sample(), 20_240_425L, Optional.empty());
    }

    /** The first account. */
    public Account account() {
        return accounts.get(0);
    }

    public SimulatorConfig withPort(int other) {
        return new SimulatorConfig(host, other, accounts, webhooks, seed, journal);
    }

    public SimulatorConfig withWebhooks(WebhookSettings others) {
        return new SimulatorConfig(host, port, accounts, others, seed, journal);
    }

    public SimulatorConfig withSeed(long other) {
        return new SimulatorConfig(host, port, accounts, webhooks, other, journal);
    }

    public SimulatorConfig withJournal(Path file) {
        return new SimulatorConfig(host, port, accounts, webhooks, seed, Optional.of(file));
    }

    /** With one more account, whose webhooks these secrets sign. */
    public SimulatorConfig withAccount(Account another, List<String> webhookSecrets) {
        List<Account> all = Stream.concat(accounts.stream(), Stream.of(another)).toList();
        WebhookSettings settings = webhooks.withSecretsOf(another.storeId(), webhookSecrets);
        return new SimulatorConfig(host, port, all, settings, seed, journal);
    }

    /** Reads {@code SIREN_SIMULATOR_*}; each one left out has the sample's value. */
    static SimulatorConfig from(Map<String, String> environment) {
        Environment env = new Environment(environment);
        SimulatorConfig config = new SimulatorConfig(
                env.text("HOST", "127.0.0.1"),
                Integer.parseInt(env.text("PORT", Integer.toString(USUAL_PORT))),
                List.of(account(env, "", Account.sample())),
                webhooks(env),
                Long.parseLong(env.text("SEED", Long.toString(sample().seed()))),
                env.text("JOURNAL").map(Path::of));
        for (String name : env.list("ACCOUNTS")) {
            config = config.withAccount(
                    account(env, name + "_", Account.sample(name)), env.required(name + "_WEBHOOK_SECRETS"));
        }
        return config;
    }

    private static Account account(Environment env, String prefix, Account sample) {
        return new Account(
                env.text(prefix + "MERCHANT_ID", sample.merchantId()),
                env.text(prefix + "STORE_ID", sample.storeId()),
                env.text(prefix + "CHANNEL_KEY", sample.channelKey()),
                env.text(prefix + "V2_API_SECRET", sample.v2ApiSecret()),
                env.text(prefix + "V1_CODE", sample.v1Code()),
                env.text(prefix + "V1_KEY", sample.v1Key()),
                env.text(prefix + "V1_SECRET", sample.v1Secret()),
                env.text(prefix + "V1_TIER").orElse(sample.v1Tier()));
    }

    private static WebhookSettings webhooks(Environment env) {
        WebhookSettings sample = WebhookSettings.sample();
        return sample.withUrl(env.text("WEBHOOK_URL").orElse(null))
                .withSecrets(List.of(
                        env.text("WEBHOOK_SECRETS", sample.secrets().get(0)).split(",", -1)))
                .withV2Body(WebhookSettings.V2Body.valueOf(
                        env.text("WEBHOOK_V2_BODY", sample.v2Body().name())))
                .withV1Form(Boolean.parseBoolean(env.text("WEBHOOK_V1_FORM", "false")))
                .withV1Retries(Boolean.parseBoolean(env.text("WEBHOOK_V1_RETRIES", "false")))
                .withReadyEvents(Boolean.parseBoolean(env.text("WEBHOOK_READY_EVENTS", "true")))
                .withTimeScale(Double.parseDouble(env.text("TIME_SCALE", "1.0")));
    }

    private record Environment(Map<String, String> variables) {
        Optional<String> text(String name) {
            return Optional.ofNullable(variables.get(PREFIX + name)).filter(value -> !value.isBlank());
        }

        String text(String name, String otherwise) {
            return text(name).orElse(otherwise);
        }

        /** The texts between commas; empty where it is absent. */
        List<String> list(String name) {
            return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
        }

        List<String> required(String name) {
            return text(name)
                    .map(text -> List.of(text.split(",", -1)))
                    .orElseThrow(() -> new IllegalArgumentException(PREFIX + name + " is not set"));
        }
    }
}
