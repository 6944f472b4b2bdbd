package io.sirenorder.kit.identity;

/** A token that is not accepted; why is for our log alone, and holds nothing of the token. */
class TokenRefused extends RuntimeException {
    TokenRefused(String why) {
        super(why);
    }
}
