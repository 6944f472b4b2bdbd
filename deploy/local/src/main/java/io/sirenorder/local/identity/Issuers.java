package io.sirenorder.local.identity;

import io.sirenorder.embedded.Issuer;
import io.sirenorder.local.process.TextFile;
import java.nio.file.Files;
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
     * The issuers with keys in a directory, which are made if there are none and outlive the run.
     *
     * @param address of the front door, below which the issuers' URLs lie
     */
    public static Issuers at(String address, Path keys) {
        return new Issuers(
                of(address + PATH + "buyers", FOR_PEOPLE, keys.resolve("buyers.jwk")),
                of(address + PATH + "operators", FOR_PEOPLE, keys.resolve("operators.jwk")),
                of(address + PATH + "services", FOR_SERVICES, keys.resolve("services.jwk")));
    }

    private static Issuer of(String url, String audience, Path keyFile) {
        if (!Files.exists(keyFile)) {
            TextFile.write(keyFile, Issuer.newKey());
        }
        return Issuer.of(url, audience, TextFile.read(keyFile));
    }
}
