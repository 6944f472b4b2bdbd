package io.sirenorder.payment.portone;

import io.sirenorder.kit.text.Text;

/** PortOne's answer to a {@link Cancellation}; no answer at all is a {@link PortOneUnreachable}. */
public record CancelAnswer(Kind kind, String detail) {
    private static final int LONGEST_DETAIL = 300;

    /** The detail is PortOne's own wording: it is kept as far as it can be stored. */
    public CancelAnswer {
        detail = Text.shortened(Text.clean(detail), LONGEST_DETAIL);
    }

    /** The meaning of the answer for the next step. */
    public enum Kind {
        /** The money is on its way. */
        DONE,
        /** The same request is still being worked on: repeat it. */
        IN_FLIGHT,
        /** A look-up tells the rest: accepted but not ended, ended before, or another amount remains. */
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
