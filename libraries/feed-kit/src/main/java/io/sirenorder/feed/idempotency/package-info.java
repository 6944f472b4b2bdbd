/** Idempotency keys: a request sent twice under one key is executed once and answered twice. */
package io.sirenorder.feed.idempotency;
