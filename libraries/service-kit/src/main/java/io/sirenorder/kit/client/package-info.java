/** Calls to the other services. */
package io.sirenorder.kit.client;
