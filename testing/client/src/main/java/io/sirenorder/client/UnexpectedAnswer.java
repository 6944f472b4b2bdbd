package io.sirenorder.client;

/** A call was not answered as its caller had to expect. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnexpectedAnswer(int wished, Answer answer) {
        super("%s: %d instead of %d, %s".formatted(answer.call(), answer.status(), wished, answer.body()));
    }
}
