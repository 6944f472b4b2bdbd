/** Child processes that never outlive their launcher, also if it is killed. */
package io.sirenorder.local.process;
