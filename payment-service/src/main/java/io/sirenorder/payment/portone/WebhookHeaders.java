package io.sirenorder.payment.portone;

/** The headers of Standard Webhooks; null where absent. */
public record WebhookHeaders(String id, String timestamp, String signature) {
    private static final int MAX_ID = 256;

    /** Whether all three are there. */
    public boolean areComplete() {
        return id != null && !id.isEmpty() && id.length() <= MAX_ID && timestamp != null && signature != null;
    }

    /** Whether the sender claims to have signed. */
    public boolean areAny() {
        return id != null || timestamp != null || signature != null;
    }
}
