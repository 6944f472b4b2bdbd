package io.sirenorder.payment.portone;

import java.util.List;

/** A page of PortOne's list. */
public record PaymentPage(List<PortOnePayment> payments, boolean last) {}
