package io.sirenorder.kit.identity;

/** The least strength of a secret. */
public final class Secrets {
    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 10;

    private Secrets() {}

    /** Refuses to start with a secret that can be guessed. */
    public static void requireStrong(String key, String secret) {
        if (secret.length() < SHORTEST || secret.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new IllegalStateException(key + " must have at least " + SHORTEST + " characters, " + FEWEST_DIFFERENT
                    + " of them different");
        }
    }
}
