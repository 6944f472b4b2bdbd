package io.sirenorder.feed.idempotency;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours an {@code Idempotency-Key}: the same caller's same request under the same key is done once, and answered
 * again as it was the first time. A key without an answer is held for a while and then free again, so what really must
 * not happen twice has a natural key of its own too.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
