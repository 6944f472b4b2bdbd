package io.sirenorder.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Settings that differ by deployment; pages read those that concern them from their own HTML. */
@ConfigMapping(prefix = "siren.web")
interface WebConfig {
    /** Host, with the port if there is one, for browsers whose 'self' does not cover its sockets. */
    Optional<String> host();

    /** Sign-in of buyers. */
    Issuer buyers();

    /** Sign-in of operators. */
    Issuer operators();

    /** Payment with PortOne's script. */
    Pay pay();

    /** An OpenID Connect issuer and the public client that the pages are to it. */
    interface Issuer {
        /** URL of the issuer, below which its discovery document lies; without it signing in is not offered. */
        Optional<String> issuer();

        /** Client id, registered for the code flow with PKCE and without a secret. */
        @WithDefault("siren-order")
        String clientId();

        /** Scopes asked for. */
        @WithDefault("openid email profile")
        String scope();
    }

    /** Addresses of PortOne's scripts and of what they talk to. */
    interface Pay {
        /** URL of the browser SDK of V2. */
        @WithDefault("https://cdn.portone.io/v2/browser-sdk.js")
        String v2Sdk();

        /** URL of the browser SDK of V1. */
        @WithDefault("https://cdn.iamport.kr/v1/iamport.js")
        String v1Sdk();

        /** Origins that the SDKs call and frame, besides any https frame. */
        @WithDefault("https://*.portone.io,https://*.iamport.kr,https://*.iamport.co")
        List<String> origins();
    }
}
