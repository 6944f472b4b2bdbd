package io.sirenorder.simulator.web;

/** A caller sent something that no such call may carry. */
public final class BadParameter extends RuntimeException {
    public BadParameter(String why) {
        super(why, null, false, false);
    }
}
