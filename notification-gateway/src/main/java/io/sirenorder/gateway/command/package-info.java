/** What clients say that somebody else has to answer: commands and acknowledgements. */
package io.sirenorder.gateway.command;
