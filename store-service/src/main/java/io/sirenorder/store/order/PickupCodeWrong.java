package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Conflict;

/** The store asks for the buyer's pickup code, and this is not it. */
public class PickupCodeWrong extends Conflict {}
