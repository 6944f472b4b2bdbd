/** Real servers, issuers and neighbours for the tests of the services. */
package io.sirenorder.testkit;
