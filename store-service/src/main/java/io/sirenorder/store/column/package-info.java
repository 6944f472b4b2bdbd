/** Values that are kept in one column though they have an inside. */
package io.sirenorder.store.column;
