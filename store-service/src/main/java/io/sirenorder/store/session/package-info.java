/** Sessions of merchants that ended before their access tokens expired. */
package io.sirenorder.store.session;
