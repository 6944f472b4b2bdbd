package io.sirenorder.merchant.session;

/**
 * What a login brings.
 *
 * @param expiresIn seconds for which the access token is good
 */
record Session(String accessToken, long expiresIn, String refreshToken) {}
