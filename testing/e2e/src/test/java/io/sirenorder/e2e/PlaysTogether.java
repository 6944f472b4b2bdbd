package io.sirenorder.e2e;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A class whose stories other classes may play beside on the same stack: each has stores and buyers of its own. */
@Retention(RUNTIME)
@Target(TYPE)
@ResourceLock(value = Stack.LOCK, mode = ResourceAccessMode.READ)
public @interface PlaysTogether {}
