package io.sirenorder.contracts.payment;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.store.OrderLine;

/**
 * The gift that a payment is for.
 *
 * @param to the recipient's address (a keyed hash of the e-mail, never the e-mail)
 * @param senderName a nickname, shown to the recipient
 * @param wrap {@code card1} to {@code card3}
 */
public record GiftDraft(Recipient to, String senderName, OrderLine line, String message, String wrap) {}
