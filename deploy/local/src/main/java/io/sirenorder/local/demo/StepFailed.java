package io.sirenorder.local.demo;

/** A step of a story did not go as told. */
public final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepFailed(String story, Actor who, String what, RuntimeException cause) {
        super("“%s” failed where %s %s: %s".formatted(story, who.label(), what, cause.getMessage()), cause);
    }
}
