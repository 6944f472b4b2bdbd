/** What crosses a wire between our modules: ids, money, events and client messages. */
package io.sirenorder.contracts;
