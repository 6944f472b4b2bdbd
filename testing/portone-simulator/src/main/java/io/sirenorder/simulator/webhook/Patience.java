package io.sirenorder.simulator.webhook;

import io.sirenorder.simulator.payment.ApiVersion;

/** Time-outs of PortOne's calls to the merchant's server, and waits between its tries. */
record Patience(int connectMillis, int readMillis) {
    private static final int[] V2_WAITS_MINUTES = {0, 1, 4, 16, 64, 256};
    private static final int V1_RETRIES = 5;
    private static final int SHORTEST_MILLIS = 2_000;

    static Patience of(Webhook webhook, double scale) {
        if (webhook.version() == ApiVersion.V2) {
            return seconds(30, 30, scale);
        }
        return webhook.tries() == 0 ? seconds(10, 30, scale) : seconds(15, 15, scale);
    }

    private static Patience seconds(int connect, int read, double scale) {
        return new Patience(scaled(connect, scale), scaled(read, scale));
    }

    private static int scaled(int seconds, double scale) {
        return (int) Math.max(SHORTEST_MILLIS, seconds * 1_000 * scale);
    }

    static int maxTries(ApiVersion version, boolean v1Retries) {
        return version == ApiVersion.V2 ? V2_WAITS_MINUTES.length : 1 + (v1Retries ? V1_RETRIES : 0);
    }

    /** V2 spreads each wait evenly between nothing and all of it (full jitter); V1 waits a minute. */
    static long waitMillis(Webhook webhook, double scale, double chance) {
        double minutes = webhook.version() == ApiVersion.V2 ? V2_WAITS_MINUTES[webhook.tries()] * chance : 1.0;
        return Math.max(1, Math.round(minutes * 60_000 * scale));
    }
}
