/** The feed of facts between services: the types that its outbox, consumers and bell share. */
package io.sirenorder.feed;
