/** The log of the changes that operators and merchants ask for over REST. */
package io.sirenorder.feed.audit;
