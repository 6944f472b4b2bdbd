/** Problems as the launcher and its front door tell them. */
package io.sirenorder.local.problem;
