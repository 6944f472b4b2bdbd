/** The pages of till, shop and operator: files in memory, their addresses and their security headers. */
package io.sirenorder.web;
