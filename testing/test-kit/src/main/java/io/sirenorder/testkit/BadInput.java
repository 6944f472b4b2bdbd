package io.sirenorder.testkit;

/** A request body that has to be refused, and how. */
public record BadInput(String name, String contentType, String body, int status) {
    static BadInput json(String name, String body) {
        return new BadInput(name, "application/json", body, 400);
    }

    @Override
    public String toString() {
        return name;
    }
}
