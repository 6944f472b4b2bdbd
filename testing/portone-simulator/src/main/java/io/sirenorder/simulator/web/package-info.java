/** How a call is read, spoiled by faults and answered. */
package io.sirenorder.simulator.web;
