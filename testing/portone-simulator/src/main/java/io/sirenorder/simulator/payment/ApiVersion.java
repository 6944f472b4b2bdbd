package io.sirenorder.simulator.payment;

/** Which of PortOne's two APIs a payment was made through. */
public enum ApiVersion {
    V1,
    V2
}
