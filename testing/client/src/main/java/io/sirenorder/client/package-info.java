/** The public surface as its clients use it: nothing here knows more than a phone or a till does. */
package io.sirenorder.client;
