package io.sirenorder.local.demo;

import io.sirenorder.local.stack.Terminal;
import java.util.Locale;

/** Persons and programs that act in a story. */
enum Actor {
    MERCHANT("33"),
    TILL("35"),
    BUYER("36"),
    FRIEND("34"),
    OPERATOR("32"),
    PORTONE("31"),
    CLOCK("37");

    private final String colour;

    Actor(String colour) {
        this.colour = colour;
    }

    String label() {
        return this == PORTONE ? "PortOne" : name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return Terminal.coloured(colour, "%-9s".formatted(label()));
    }
}
