/** PostgreSQL and Redis as real processes from Maven artifacts, for tests and for the local stack. */
package io.sirenorder.embedded;
