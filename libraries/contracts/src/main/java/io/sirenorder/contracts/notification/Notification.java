package io.sirenorder.contracts.notification;

import io.sirenorder.contracts.Recipient;

/** A message for one recipient; its id is that of the event which caused it, so that it is shown once. */
public record Notification(Recipient to, ServerMessage message) {}
