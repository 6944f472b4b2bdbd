package io.sirenorder.store.till;

import io.sirenorder.kit.problem.Unprocessable;

/** The till has given this command's number to another command before. */
public class CommandIdReused extends Unprocessable {}
