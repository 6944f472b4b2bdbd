/** Types that cross a wire between modules: ids, money, events and client messages. */
package io.sirenorder.contracts;
