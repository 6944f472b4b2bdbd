/** The rule for text that clients send: which characters it may hold, and how its length is counted. */
package io.sirenorder.kit.text;
