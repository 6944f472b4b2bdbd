/** Logging in, staying in, and being kept out after too many guesses. */
package io.sirenorder.merchant.session;
