package io.sirenorder.local.stack;

/** How the JVMs of the services run. */
public enum JvmMode {
    /** The first compiler alone: half the work of a start with six programs on two cores. */
    QUICK_START,
    /** Both compilers and a small footprint, as in the images. */
    PRODUCTION,
    /** As in production; each program that ends leaves an ahead-of-time cache for the next start. */
    TRAINING
}
