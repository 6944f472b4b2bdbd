/** Lists in pages. */
package io.sirenorder.kit.page;
