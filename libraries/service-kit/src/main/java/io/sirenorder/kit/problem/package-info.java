/** What can go wrong, told to clients as RFC 9457 problems in Korean and English. */
package io.sirenorder.kit.problem;
