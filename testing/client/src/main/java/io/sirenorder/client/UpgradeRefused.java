package io.sirenorder.client;

import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

/** A socket was not opened, and the server said why. */
public final class UpgradeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private UpgradeRefused(int status, Throwable cause) {
        super("the upgrade was answered with " + status, cause);
        this.status = status;
    }

    /** The refusal behind a failure, or the failure itself where there was no answer. */
    static RuntimeException orElse(CompletionException failure) {
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? new UpgradeRefused(refused.getResponse().statusCode(), refused)
                : failure;
    }

    public int status() {
        return status;
    }
}
