/** The launcher's own pages: the start page of the local stack, and the forms of its issuers. */
package io.sirenorder.local.page;
