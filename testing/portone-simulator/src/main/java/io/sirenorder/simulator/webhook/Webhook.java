package io.sirenorder.simulator.webhook;

import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.payment.Purchase;
import java.time.Instant;
import java.util.Map;

/** One webhook, whose id and body stay the same however often it is tried. */
public final class Webhook {
    private final String id;
    private final Purchase purchase;
    private final PaymentStatus paymentStatus;
    private final String url;
    private final Content content;
    private final Instant triggeredAt;
    private final int maxTries;
    private String trigger;
    private int tries;
    private Map<String, String> headers = Map.of();
    private Instant requestedAt;
    private Receipt receipt;
    private Instant respondedAt;

    /** The content: a type for the eye, and the body with its media type. */
    record Content(String type, String mediaType, String body) {}

    Webhook(String id, Attempt attempt, String url, Content content, Instant triggeredAt, int maxTries) {
        this.id = id;
        this.purchase = attempt.purchase();
        this.paymentStatus = attempt.status();
        this.url = url;
        this.content = content;
        this.triggeredAt = triggeredAt;
        this.maxTries = maxTries;
    }

    void tried(Map<String, String> sentHeaders, Instant at) {
        tries++;
        headers = sentHeaders;
        requestedAt = at;
    }

    void answered(Receipt answer, Instant at) {
        receipt = answer;
        respondedAt = at;
        if (!answer.isSuccess() && tries < maxTries) {
            trigger = "RETRY";
        }
    }

    void resent() {
        trigger = "MANUAL";
    }

    boolean mayBeTriedAgain() {
        return tries < maxTries && (version() == ApiVersion.V2 || receipt.isWorthRetryingInV1());
    }

    /** SUCCEEDED, or how it failed, or TRIGGERED while nothing is known. */
    public String status() {
        if (receipt == null) {
            return "TRIGGERED";
        }
        if (receipt.isSuccess()) {
            return "SUCCEEDED";
        }
        return receipt.status() == 0 ? "FAILED_UNEXPECTED_ERROR" : "FAILED_NOT_OK_RESPONSE";
    }

    public String id() {
        return id;
    }

    public String paymentId() {
        return purchase.paymentId();
    }

    /** Store id of the account whose secrets sign it. */
    String account() {
        return purchase.account();
    }

    public ApiVersion version() {
        return purchase.version();
    }

    public PaymentStatus paymentStatus() {
        return paymentStatus;
    }

    public String url() {
        return url;
    }

    public String type() {
        return content.type();
    }

    Content content() {
        return content;
    }

    public String body() {
        return content.body();
    }

    public Instant triggeredAt() {
        return triggeredAt;
    }

    public int maxTries() {
        return maxTries;
    }

    public int tries() {
        return tries;
    }

    /** RETRY, MANUAL or null at the first try. */
    public String trigger() {
        return trigger;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** Null before the first answer or time-out. */
    public Receipt receipt() {
        return receipt;
    }

    public Instant respondedAt() {
        return respondedAt;
    }
}
