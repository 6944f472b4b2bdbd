/** The clearing of a day: what was paid, what went back, what the wallets booked of it, and what is still between; with the seals of stores' days. */
package io.sirenorder.payment.clearing;
