/** The network that a request comes from, as limits count it. */
package io.sirenorder.merchant.network;
