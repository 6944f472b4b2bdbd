package io.sirenorder.kit.text;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text that people paste, a coupon code for instance: before it is checked, white space of any kind (tabs, line
 * breaks, non-breaking and zero-width spaces) becomes single spaces, and none at the ends. Read from JSON and from query
 * parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Pasted {}
