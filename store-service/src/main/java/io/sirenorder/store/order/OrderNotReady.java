package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Conflict;

/** Only an order that is ready, and was not fetched before, can be collected. */
public class OrderNotReady extends Conflict {}
