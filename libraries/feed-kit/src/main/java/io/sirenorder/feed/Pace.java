package io.sirenorder.feed;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** What rounds are paced by, and until when. */
@Singleton
public record Pace(Vertx vertx, FeedConfig config, Shift shift) {}
