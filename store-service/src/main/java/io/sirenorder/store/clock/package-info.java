/** Time as the database has it, shared by all replicas. */
package io.sirenorder.store.clock;
