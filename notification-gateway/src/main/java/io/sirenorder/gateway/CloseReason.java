package io.sirenorder.gateway;

/**
 * The close codes that the gateway sends, with their texts. After 4000 to 4499 the client comes back; after 4500 to 4999 and
 * the protocol's own it does not.
 */
public enum CloseReason {
    DRAINING(4000, "draining"),
    NO_PONG(4002, "no pong"),
    SLOW_CONSUMER(4003, "slow consumer"),
    INSUFFICIENT_STATE(4004, "insufficient state"),
    TOKEN_EXPIRED(4005, "token expired"),
    RATE_LIMITED(4007, "rate limited"),
    DEPENDENCY_DOWN(4008, "dependency down"),
    SUPERSEDED(4501, "superseded by the same device"),
    TOO_MANY_CONNECTIONS(4503, "too many connections"),
    BAD_REQUEST(4504, "bad request"),
    LOGGED_OUT(4506, "logged out"),
    NORMAL(1000, "bye");

    private static final int FIRST_THAT_COMES_BACK = 4000;
    private static final int FIRST_THAT_STAYS_AWAY = 4500;

    private final int code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    public boolean mayReconnect() {
        return code >= FIRST_THAT_COMES_BACK && code < FIRST_THAT_STAYS_AWAY;
    }
}
