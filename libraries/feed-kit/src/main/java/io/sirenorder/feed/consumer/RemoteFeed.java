package io.sirenorder.feed.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.outbox.FeedDiverged;
import io.sirenorder.feed.outbox.FeedGone;
import io.sirenorder.kit.client.ServiceToken;
import io.sirenorder.kit.json.Tolerant;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A neighbour's feed over REST. */
class RemoteFeed implements FeedSource {
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
    private static final int READ_TIMEOUT_MILLIS = 5_000;
    private static final TypeReference<List<Envelope>> PAGE = new TypeReference<>() {};

    private final FeedApi api;

    RemoteFeed(URI url, ServiceToken token) {
        api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(CONNECT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .register(token)
                .build(FeedApi.class);
    }

    @Override
    public Uni<List<Envelope>> after(Position known, int limit, long head) {
        return api.events(known.pos(), known.id(), limit, head < 0 ? null : head)
                .map(RemoteFeed::parse)
                .onFailure(WebApplicationException.class)
                .transform(failure -> meaning(failure, known));
    }

    private static List<Envelope> parse(String page) {
        try {
            return Tolerant.mapper().readValue(page, PAGE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a neighbour's feed that can't be read", e);
        }
    }

    private static Throwable meaning(WebApplicationException answer, Position known) {
        return switch (answer.getResponse().getStatus()) {
            case 409 -> new FeedDiverged(known.pos(), -1);
            case 410 -> new FeedGone(-1);
            default -> answer;
        };
    }

    /** The neighbour's feed resource. */
    @Path("/internal/events")
    interface FeedApi {
        @GET
        @Produces(MediaType.APPLICATION_JSON)
        Uni<String> events(
                @QueryParam("after") long after,
                @QueryParam("id") UUID id,
                @QueryParam("limit") int limit,
                @QueryParam("head") Long head);
    }
}
