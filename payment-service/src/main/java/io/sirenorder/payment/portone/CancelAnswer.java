package io.sirenorder.payment.portone;

/** PortOne's answer to a {@link Cancellation}; no answer at all is a {@link PortOneUnreachable}. */
public record CancelAnswer(Kind kind, String detail) {

    /** What the answer means for the next step. */
    public enum Kind {
        /** The money is on its way. */
        DONE,
        /** Another look-up will tell: it is under way, already done, or another amount remains. */
        LOOK_AGAIN,
        /** Not now; another try may succeed. */
        REFUSED,
        /** Never, as it stands. */
        REFUSED_FOR_GOOD
    }

    public static CancelAnswer done() {
        return new CancelAnswer(Kind.DONE, "done");
    }
}
