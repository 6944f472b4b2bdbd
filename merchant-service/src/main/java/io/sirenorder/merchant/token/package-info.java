/** Access tokens and the keys by which others believe them. */
package io.sirenorder.merchant.token;
