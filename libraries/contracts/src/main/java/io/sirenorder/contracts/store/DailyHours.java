package io.sirenorder.contracts.store;

/**
 * Opening hours of a day in Korea's time, as {@code HH:mm}; {@code closes} at or before {@code opens} is on the next
 * day, and {@code 24:00} is midnight.
 */
public record DailyHours(String opens, String closes) {}
