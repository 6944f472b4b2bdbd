package io.sirenorder.e2e;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class that disturbs other stories, as it kills parts, changes what PortOne answers or counts: it has the stack to itself,
 * after the others. Rehearsals on the quiet stack go on beside it.
 */
@Retention(RUNTIME)
@Target(TYPE)
@Order(Integer.MAX_VALUE)
@ResourceLock(Stack.LOCK)
public @interface PlaysAlone {}
