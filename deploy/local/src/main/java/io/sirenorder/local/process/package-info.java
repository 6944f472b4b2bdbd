/** Child processes that never outlive their launcher, whatever ends it. */
package io.sirenorder.local.process;
