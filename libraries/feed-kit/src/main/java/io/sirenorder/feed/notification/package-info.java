/** A service's own facts, told to the people whom they concern through their mailboxes in Redis. */
package io.sirenorder.feed.notification;
