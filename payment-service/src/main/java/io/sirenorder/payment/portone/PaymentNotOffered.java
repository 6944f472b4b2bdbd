package io.sirenorder.payment.portone;

import io.sirenorder.kit.problem.Conflict;

/** The store can't be paid now: the account at PortOne that it names takes no payments here. */
public class PaymentNotOffered extends Conflict {}
