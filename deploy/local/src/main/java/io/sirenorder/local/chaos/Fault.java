package io.sirenorder.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A kind of fault; each strikes once and is over when {@link #strike} comes back. */
enum Fault {
    PROGRAM_KILLED,
    PROGRAM_FROZEN,
    REDIS_KILLED,
    REDIS_FLUSHED,
    POSTGRES_KILLED,
    PORTONE_DOWN,
    PORTONE_SLOW,
    PORTONE_FORGETS_TO_ANSWER,
    WEBHOOKS_LOST,
    REQUESTS_ABORTED,
    PROGRAM_RESTARTED,
    DISK_FULL;

    private static final List<String> PROGRAMS =
            List.of("merchant-service", "store-service", "coupon-service", "payment-service", "notification-gateway");

    /** A full disk is felt only when files have to grow, which takes longer than a fault that stops everything at once. */
    private static final int FULL_FACTOR = 5;

    /** Strikes, and tells in words what it has done. */
    String strike(Victims victims, SplittableRandom random) {
        String program = PROGRAMS.get(random.nextInt(PROGRAMS.size()));
        Duration time = Duration.ofSeconds(random.nextInt(3, 9)).multipliedBy(this == DISK_FULL ? FULL_FACTOR : 1);
        int seed = random.nextInt(1, 1_000_000);
        switch (this) {
            case PROGRAM_KILLED -> victims.kill(program);
            case PROGRAM_FROZEN -> victims.freeze(program, time);
            case REDIS_KILLED -> victims.kill("redis");
            case REDIS_FLUSHED -> victims.flushRedis();
            case POSTGRES_KILLED -> victims.kill("postgres");
            case PORTONE_DOWN -> victims.portone(Map.of("fault", "down"), seed, time);
            case PORTONE_SLOW ->
                victims.portone(Map.of("fault", "delay", "delayMs", 3_000, "probability", 0.5), seed, time);
            case PORTONE_FORGETS_TO_ANSWER ->
                victims.portone(Map.of("fault", "drop-response", "probability", 0.5), seed, time);
            case WEBHOOKS_LOST -> victims.portone(Map.of("fault", "webhook-never"), seed, time);
            case REQUESTS_ABORTED -> victims.abortRequests(100);
            case PROGRAM_RESTARTED -> victims.restart(program);
            case DISK_FULL -> victims.fillDisk(time);
        }
        return switch (this) {
            case PROGRAM_KILLED -> program + " killed";
            case PROGRAM_FROZEN -> program + " frozen for " + time.toSeconds() + " s";
            case PROGRAM_RESTARTED -> program + " restarted";
            case PORTONE_DOWN, PORTONE_SLOW, PORTONE_FORGETS_TO_ANSWER, WEBHOOKS_LOST, DISK_FULL ->
                words() + " for " + time.toSeconds() + " s";
            case REDIS_KILLED, REDIS_FLUSHED, POSTGRES_KILLED, REQUESTS_ABORTED -> words();
        };
    }

    private String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
