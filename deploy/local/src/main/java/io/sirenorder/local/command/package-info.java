/** What a person types after {@code ./siren}. */
package io.sirenorder.local.command;
