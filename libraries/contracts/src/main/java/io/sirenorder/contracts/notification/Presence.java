package io.sirenorder.contracts.notification;

import io.sirenorder.contracts.Recipient;

/**
 * The connected recipients, as gateways report them: per recipient a sorted set of connections scored by the epoch millisecond at
 * which they lapse unless renewed, and one sorted set of all recipients scored by their latest connection.
 */
public final class Presence {
    /** All connected recipients, scored by when the last of their connections lapses. */
    public static final String ALL_KEY = "presence:all";

    private Presence() {}

    /** The connections of one recipient. */
    public static String key(Recipient recipient) {
        return "presence:of:" + recipient;
    }
}
