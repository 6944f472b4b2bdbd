package io.sirenorder.store.till;

import io.sirenorder.kit.problem.BadRequest;

/** Tills have no such command. */
public class CommandUnknown extends BadRequest {}
