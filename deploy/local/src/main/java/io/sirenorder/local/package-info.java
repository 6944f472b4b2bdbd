/** The whole stack in one command: servers, services, simulator and front door as processes of one launcher. */
package io.sirenorder.local;
