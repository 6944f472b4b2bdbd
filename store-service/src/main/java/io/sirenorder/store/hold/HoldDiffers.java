package io.sirenorder.store.hold;

import io.sirenorder.kit.problem.Conflict;

/** Something else is held under this checkout's id. */
public class HoldDiffers extends Conflict {}
