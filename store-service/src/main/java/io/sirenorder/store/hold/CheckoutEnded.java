package io.sirenorder.store.hold;

import io.sirenorder.kit.problem.Conflict;

/** The checkout has ended, so nothing is held for it any more. */
public class CheckoutEnded extends Conflict {}
