package io.sirenorder.feed.background;

import io.sirenorder.feed.FeedConfig;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** What rounds are paced by, and until when. */
@Singleton
public record Pace(Vertx vertx, FeedConfig config, InFlightWork shift) {}
