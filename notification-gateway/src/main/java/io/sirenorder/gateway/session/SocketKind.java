package io.sirenorder.gateway.session;

import io.sirenorder.kit.identity.Roles;

/** The two doors, and who may pass each. */
public enum SocketKind {
    MERCHANT(Roles.MERCHANT),
    BUYER(Roles.BUYER);

    private final String role;

    SocketKind(String role) {
        this.role = role;
    }

    public String role() {
        return role;
    }
}
