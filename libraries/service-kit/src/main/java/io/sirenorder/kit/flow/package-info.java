/** Small helpers for Mutiny: work in order, and answers without content. */
package io.sirenorder.kit.flow;
