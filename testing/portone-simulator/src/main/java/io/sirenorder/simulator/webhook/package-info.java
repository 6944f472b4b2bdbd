/** Webhooks to the merchant's server: signed, retried, and faulty on demand. */
package io.sirenorder.simulator.webhook;
