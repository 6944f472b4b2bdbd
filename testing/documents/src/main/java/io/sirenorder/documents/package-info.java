/** Documents of the public surface, against which tests hold what is said on it. */
package io.sirenorder.documents;
