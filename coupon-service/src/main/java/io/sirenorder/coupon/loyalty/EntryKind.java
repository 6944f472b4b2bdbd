package io.sirenorder.coupon.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of entries. */
@Schema(name = "LoyaltyEntryKind")
enum EntryKind {
    /** A finished order earned it. */
    EARN,
    /** The money of that order went back. */
    REVERSE,
    /** Set aside for a checkout. */
    RESERVE,
    /** Back from a checkout that came to nothing. */
    RELEASE,
    /** Stamps for a coupon. */
    EXCHANGE,
    /** A buyer proved an address: its balance goes to that buyer. */
    MOVE_OUT,
    MOVE_IN,
    /** Taken when points or stamps came, because earlier ones were spent before they could be taken back. */
    OFFSET
}
