/** Positions of jobs that read on from where they ended, each claimed by one replica at a time. */
package io.sirenorder.payment.cursor;
