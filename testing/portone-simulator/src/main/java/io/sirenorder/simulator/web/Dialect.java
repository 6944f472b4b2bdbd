package io.sirenorder.simulator.web;

/** The wording of errors in one API. */
public interface Dialect {
    Answer unauthorized();

    Answer notFound();

    /** A failure of PortOne's own, in its JSON. */
    Answer serverError(int status, String type);

    /** The payment provider behind PortOne refuses. */
    Answer providerError(String code, String message);

    /** An exception that a call ended with. */
    Answer of(Throwable failure);
}
