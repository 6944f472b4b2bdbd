package io.sirenorder.kit.problem;

import java.util.Map;

/** The header fields and the body of the answer that tells a problem. */
public record WrittenProblem(Map<String, String> headers, String body) {}
