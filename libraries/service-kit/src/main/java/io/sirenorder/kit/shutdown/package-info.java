/** Stopping without breaking off a request. */
package io.sirenorder.kit.shutdown;
