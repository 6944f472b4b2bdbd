package io.sirenorder.feed.consumer;

import io.sirenorder.feed.FeedConfig;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What every hearing needs around it. */
@Singleton
record Surroundings(Cursors cursors, DeadLetters deadLetters, FeedConfig config, Vertx vertx, Clock clock) {}
