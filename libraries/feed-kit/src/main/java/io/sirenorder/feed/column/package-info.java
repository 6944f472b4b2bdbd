/** Columns that hold values as JSON. */
package io.sirenorder.feed.column;
