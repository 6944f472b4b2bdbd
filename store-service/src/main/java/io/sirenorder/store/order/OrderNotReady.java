package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Conflict;

/** The order is not ready, or was fetched before, and cannot be collected. */
public class OrderNotReady extends Conflict {}
