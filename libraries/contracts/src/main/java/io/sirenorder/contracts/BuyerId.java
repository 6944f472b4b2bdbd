package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A buyer: opaque, and the same for the same issuer and subject wherever it is computed. */
public record BuyerId(@JsonValue UUID value) {

    @JsonCreator
    public static BuyerId fromString(String text) {
        return new BuyerId(Uuids.parse(text));
    }

    /** Derives the id of issuer and subject, which only together identify a person (OpenID Connect Core 1.0, section 5.7). */
    public static BuyerId of(String issuer, String subject) {
        byte[] hash = sha256(issuer.length() + ":" + issuer + subject);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(hash, 0, 16);
        return fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
