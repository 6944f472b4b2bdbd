package io.sirenorder.merchant.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The issuer's discovery document (OpenID Connect Discovery 1.0). */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
class DiscoveryResource {
    private final TokenConfig config;
    private final SigningKeys keys;

    DiscoveryResource(TokenConfig config, SigningKeys keys) {
        this.config = config;
        this.keys = keys;
    }

    @GET
    @Path("/jwks.json")
    @PermitAll
    @Operation(operationId = "listKeys", summary = "The public keys of merchants' tokens")
    @APIResponse(
            responseCode = "200",
            description = "A JWK set (RFC 7517)",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public String keys() {
        return keys.published();
    }

    @GET
    @Path("/openid-configuration")
    @PermitAll
    @Operation(operationId = "getOpenIdConfiguration", summary = "Where the keys are")
    public Map<String, Object> configuration() {
        return Map.of(
                "issuer", config.issuer(),
                "jwks_uri", config.issuer() + "/.well-known/jwks.json",
                "token_endpoint", config.issuer() + "/sessions",
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }
}
