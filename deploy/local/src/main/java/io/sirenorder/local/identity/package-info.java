/** The issuers that production takes from elsewhere: of buyers, of operators and of the services themselves. */
package io.sirenorder.local.identity;
