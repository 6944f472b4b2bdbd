package io.sirenorder.client;

/** A call was not answered as its caller had to expect. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    UnexpectedAnswer(int wished, Answer answer) {
        super("%s: %d instead of %d, %s".formatted(answer.call(), answer.status(), wished, answer.body()));
        this.status = answer.status();
    }

    /** Whether the same call may be answered later: the service was not ready, or did not answer in time. */
    public boolean isPassing() {
        return status == 502 || status == 503 || status == 504;
    }
}
