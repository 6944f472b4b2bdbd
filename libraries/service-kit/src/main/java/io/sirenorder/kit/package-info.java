/** What every program of ours needs to be one; a closed list. */
package io.sirenorder.kit;
