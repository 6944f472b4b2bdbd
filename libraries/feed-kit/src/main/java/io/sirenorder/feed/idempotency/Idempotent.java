package io.sirenorder.feed.idempotency;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method honour the header {@code Idempotency-Key}: the same request of the same caller under the same key is
 * executed once, and its success or lasting refusal is repeated as the response. A refusal for a passing reason (409, 404,
 * 429, 5xx) is not stored. A key whose request died is free again after its lease, so an effect that must not happen twice
 * needs a natural key as well.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
