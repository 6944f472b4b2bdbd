/** Tests of payment-service, on real PostgreSQL and Redis, against PortOne's simulator. */
package io.sirenorder.payment;
