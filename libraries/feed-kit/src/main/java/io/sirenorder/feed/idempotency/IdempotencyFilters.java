package io.sirenorder.feed.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Filters before and after each {@link Idempotent} method, which take a key and keep its response. */
@SuppressWarnings("deprecation")
class IdempotencyFilters {
    private static final Logger LOG = Logger.getLogger(IdempotencyFilters.class);
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final String CLAIM = HeldClaim.class.getName();

    private final IdempotencyKeys keys;
    private final ClaimRenewals renewals;
    private final Fingerprints fingerprints;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final ObjectMapper json;

    IdempotencyFilters(
            IdempotencyKeys keys,
            ClaimRenewals renewals,
            Fingerprints fingerprints,
            SecurityIdentity identity,
            Caller caller,
            ObjectMapper json) {
        this.keys = keys;
        this.renewals = renewals;
        this.fingerprints = fingerprints;
        this.identity = identity;
        this.caller = caller;
        this.json = json;
    }

    /** Answers at once with the stored response if there is one. readBody, deprecated, has no successor for bodies that are no forms. */
    @Idempotent
    @ServerRequestFilter(readBody = true)
    public Uni<Response> before(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidRequest(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
        }
        Claim claim = new Claim(actor(), key, fingerprints.of(request, resource), UUID.randomUUID());
        return keys.claim(claim).map(known -> {
            if (known.isEmpty()) {
                request.setProperty(CLAIM, renewals.begin(claim));
            }
            return known.map(StoredResponse::again).orElse(null);
        });
    }

    /** Stores the response if it lasts; otherwise frees the key. */
    @Idempotent
    @ServerResponseFilter
    public Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof HeldClaim held)) {
            return Uni.createFrom().voidItem();
        }
        StoredResponse answer = StoredResponse.of(response, json);
        return (answer.isFinal() ? keys.answer(held.claim(), answer) : keys.release(held.claim()))
                .onTermination()
                .invoke(held::end)
                .onFailure()
                .invoke(failure -> LOG.warn("an idempotency key is in flight until its lease ends: " + failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Anonymous callers share one actor; their keys are hard to guess. */
    private String actor() {
        return identity.isAnonymous() ? "anonymous" : caller.actorKey();
    }
}
