/** The parts of the stack, and how they are started, watched and stopped together. */
package io.sirenorder.local.stack;
