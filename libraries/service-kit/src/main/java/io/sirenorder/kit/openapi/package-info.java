/** The OpenAPI document: everything that holds for all operations, put there from the code at build time. */
package io.sirenorder.kit.openapi;
