package io.sirenorder.merchant.registration;

import io.sirenorder.kit.problem.Conflict;

/** Another merchant has this handle. */
public class HandleTaken extends Conflict {}
