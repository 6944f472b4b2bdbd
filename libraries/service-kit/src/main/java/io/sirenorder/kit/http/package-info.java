/** HTTP below the resources: checks of requests, headers of every answer, cross-origin requests. */
package io.sirenorder.kit.http;
