package io.sirenorder.gateway;

/**
 * Why a socket ends, as its close code and text. Codes 4000 to 4499 invite the client back, 4500 to 4999 and the
 * protocol's own do not.
 */
public enum CloseReason {
    DRAINING(4000, "draining"),
    REBALANCE(4001, "rebalance"),
    NO_PONG(4002, "no pong"),
    SLOW_CONSUMER(4003, "slow consumer"),
    INSUFFICIENT_STATE(4004, "insufficient state"),
    TOKEN_EXPIRED(4005, "token expired"),
    OVERLOADED(4006, "overloaded"),
    RATE_LIMITED(4007, "rate limited"),
    DEPENDENCY_DOWN(4008, "dependency down"),
    INVALID_TOKEN(4500, "invalid token"),
    SUPERSEDED(4501, "superseded by the same device"),
    FORBIDDEN(4502, "forbidden"),
    TOO_MANY_CONNECTIONS(4503, "too many connections"),
    BAD_REQUEST(4504, "bad request"),
    CLIENT_TOO_OLD(4505, "client too old"),
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
