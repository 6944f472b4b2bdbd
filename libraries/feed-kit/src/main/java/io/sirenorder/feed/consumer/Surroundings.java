package io.sirenorder.feed.consumer;

import io.sirenorder.feed.background.Pace;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What every hearing needs around it. */
@Singleton
record Surroundings(Cursors cursors, DeadLetters deadLetters, Pace pace, Clock clock) {}
