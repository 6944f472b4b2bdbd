package io.sirenorder.feed.consumer;

/**
 * Hears one producer. What its reactions do commits together with the word that it was heard, so that each event takes
 * effect exactly once, in order per stream.
 */
public interface FeedListener {
    /** The service that is heard: {@code merchant}, {@code store}, {@code coupon} or {@code payment}. */
    String producer();

    /** Under which its cursor is kept; changing it means hearing all again. */
    default String name() {
        return producer();
    }

    Reactions reactions();
}
