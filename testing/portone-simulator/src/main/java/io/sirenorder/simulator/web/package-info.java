/** Reading, spoiling by faults, and answering of calls. */
package io.sirenorder.simulator.web;
