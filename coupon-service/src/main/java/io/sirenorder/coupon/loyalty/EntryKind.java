package io.sirenorder.coupon.loyalty;

/** Why a balance moved. */
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
    /** An address became somebody's: its balance goes to them. */
    MOVE_OUT,
    MOVE_IN
}
