/** The connections to the service's database. */
package io.sirenorder.feed.database;
