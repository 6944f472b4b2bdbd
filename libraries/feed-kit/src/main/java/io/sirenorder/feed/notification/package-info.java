/** The notification relay: sends notifications of a service's own events to the mailboxes of people in Redis. */
package io.sirenorder.feed.notification;
