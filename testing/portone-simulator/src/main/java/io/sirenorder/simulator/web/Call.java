package io.sirenorder.simulator.web;

import io.vertx.ext.web.RoutingContext;

/**
 * One call as faults see it.
 *
 * @param place such as {@code v2.cancel}
 * @param paymentId ours, or an empty text where a call is about no payment
 */
public record Call(RoutingContext context, String place, String paymentId) {}
