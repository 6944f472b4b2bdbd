package io.sirenorder.simulator.payment;

/** A change worth telling; {@code told} is the caller's wish (skipWebhook, enable_webhook). */
public record PaymentChanged(Change change, Attempt attempt, String cancellationId, boolean told) {}
