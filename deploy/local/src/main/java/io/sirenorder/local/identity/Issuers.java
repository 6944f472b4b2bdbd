package io.sirenorder.local.identity;

import java.nio.file.Path;

/** The local issuers of tokens: of buyers, operators and services. The issuer of merchants is merchant-service. */
public record Issuers(Issuer buyers, Issuer operators, Issuer services) {
    static final String PATH = "/dev/issuers/";
    static final String FOR_PEOPLE = "siren";
    static final String FOR_SERVICES = "siren-internal";

    /** The audience of tokens with which other services call that one. */
    public static String audienceOfService(String name) {
        return FOR_SERVICES + "-" + name;
    }

    /**
     * The issuers with keys in a directory.
     *
     * @param address of the front door, below which the issuers' URLs lie
     */
    public static Issuers at(String address, Path keys) {
        return new Issuers(
                Issuer.of(address + PATH + "buyers", FOR_PEOPLE, keys.resolve("buyers.jwk")),
                Issuer.of(address + PATH + "operators", FOR_PEOPLE, keys.resolve("operators.jwk")),
                Issuer.of(address + PATH + "services", FOR_SERVICES, keys.resolve("services.jwk")));
    }
}
