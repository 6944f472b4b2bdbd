package io.sirenorder.testkit;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A request body that has to be refused, and how. */
public record BadInput(String name, String contentType, String body, Charset charset, int status) {
    BadInput(String name, String contentType, String body, int status) {
        this(name, contentType, body, StandardCharsets.UTF_8, status);
    }

    static BadInput json(String name, String body) {
        return new BadInput(name, "application/json", body, 400);
    }

    /** Puts the body on a request: as bytes of its character set, which rest-assured has for all but forms. */
    RequestSpecification on(RequestSpecification request) {
        return contentType.startsWith("application/json") ? request.body(body.getBytes(charset)) : request.body(body);
    }

    @Override
    public String toString() {
        return name;
    }
}
