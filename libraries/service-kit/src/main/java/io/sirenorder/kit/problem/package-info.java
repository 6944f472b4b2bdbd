/** Problems: failures that clients are told about, as RFC 9457 bodies in Korean and English. */
package io.sirenorder.kit.problem;
