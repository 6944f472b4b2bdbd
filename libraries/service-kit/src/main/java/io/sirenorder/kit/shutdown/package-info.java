/** Stopping without breaking off anybody's request. */
package io.sirenorder.kit.shutdown;
