/** The time, which is injected wherever it is asked. */
package io.sirenorder.kit.time;
