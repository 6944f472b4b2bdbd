package io.sirenorder.local.stack;

/** Mode in which the JVMs of the services run. */
public enum JvmMode {
    /** The first compiler alone: half the work of a start with six programs on two cores. */
    QUICK_START,
    /** Both compilers and a small footprint, as in the images. */
    PRODUCTION,
    /** The flags of production; each program that ends leaves an ahead-of-time cache for the next start. */
    TRAINING,
    /** By the image's own entry point, as its user, on a read-only root and within the memory of its pod. */
    AS_IMAGE
}
