package io.sirenorder.payment.portone;

/** Which of PortOne's two APIs a payment lives in. */
public enum PortOneVersion {
    V1,
    V2
}
