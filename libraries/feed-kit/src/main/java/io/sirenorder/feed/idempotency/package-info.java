/** A command sent twice under one key is done once and answered twice. */
package io.sirenorder.feed.idempotency;
