package io.sirenorder.payment.portone;

/** PortOne gave no clear answer: it may or may not have done what was asked. */
public class PortOneUnreachable extends RuntimeException {
    PortOneUnreachable(String what) {
        super(what);
    }

    PortOneUnreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
