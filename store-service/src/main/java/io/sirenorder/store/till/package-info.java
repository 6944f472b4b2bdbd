/** Commands and acknowledgements of tills, as the gateway passes them on. */
package io.sirenorder.store.till;
