package io.sirenorder.feed.consumer;

import io.sirenorder.feed.bell.BellSubscribers;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The state of this service's feed and consumers, for operators. */
@Cancellable(false)
@Path("/vitals/{service}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
public class VitalsResource {
    /**
     * The state of one service.
     *
     * @param version the build of the instance that answers; two that differ are a roll-out
     * @param head events in its feed since its beginning
     * @param outboxPending events that have no position in the feed yet
     * @param deadLetters events that wait because one of their stream failed
     * @param parked those of them that wait for an operator
     * @param bellAgeSeconds the time since any service's bell came over Redis
     */
    public record Vitals(
            String service,
            String version,
            long head,
            long outboxPending,
            long deadLetters,
            long parked,
            double bellAgeSeconds,
            List<Progress.Vital> consumers) {}

    private final FeedGauges gauges;
    private final Consumers consumers;
    private final BellSubscribers bells;
    private final String self;
    private final String version;

    VitalsResource(
            FeedGauges gauges,
            Consumers consumers,
            BellSubscribers bells,
            @ConfigProperty(name = "siren.service.name") String self,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.gauges = gauges;
        this.consumers = consumers;
        this.bells = bells;
        this.self = self;
        this.version = version;
    }

    /** The state of the service that answers this path. */
    @GET
    @Operation(operationId = "getVitals", summary = "Reads the state of a service: its feed, its consumers, what waits")
    public Uni<Vitals> vitals(
            @Parameter(description = "merchant, store, coupon or payment") @PathParam("service") String service) {
        if (!service.equals(self)) {
            throw new NotFound();
        }
        return gauges.count().map(this::vitals);
    }

    private Vitals vitals(FeedGauges.Counts counts) {
        return new Vitals(
                self,
                version,
                counts.head(),
                counts.outboxPending(),
                counts.deadLetters(),
                counts.parked(),
                bells.silenceSeconds(),
                consumers.progress().stream().map(Progress::vital).toList());
    }
}
