package io.sirenorder.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Chance that depends only on the seed and on what is asked, never on the order of asking. */
public final class Dice {
    private final long seed;

    public Dice(long seed) {
        this.seed = seed;
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    public double roll(String what, String paymentId, int nth) {
        return new SplittableRandom(seed ^ (checksum(what) << 32) ^ checksum(paymentId + "#" + nth)).nextDouble();
    }

    private static long checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    long seed() {
        return seed;
    }
}
