/** PostgreSQL and Redis as real processes from Maven artifacts, and an issuer of tokens, for tests and for the local stack. */
package io.sirenorder.embedded;
