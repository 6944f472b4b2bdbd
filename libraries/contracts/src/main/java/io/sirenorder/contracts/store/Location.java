package io.sirenorder.contracts.store;

/** A place on earth, WGS 84 degrees. */
public record Location(double latitude, double longitude) {}
