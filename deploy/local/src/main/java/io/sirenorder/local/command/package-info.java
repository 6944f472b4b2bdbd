/** Commands of {@code ./siren}. */
package io.sirenorder.local.command;
