package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The clearing of days, for operators. */
@Cancellable(false)
@Path("/settlement/days/{day}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "payments")
class SettlementDayResource {
    private static final int LENGTH = "2026-01-01".length();

    private final Clearing clearing;
    private final Clock clock;

    SettlementDayResource(Clearing clearing, Clock clock) {
        this.clearing = clearing;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getSettlementDay",
            summary = "Clears the card payments of a Korean day with wallets, gifts and refunds, as they stand now")
    public Uni<ClearingDay> day(
            @Schema(format = "date") @PathParam("day") String text,
            @Parameter(description = "Code of an account at PortOne; all where absent") @QueryParam("account")
                    String account) {
        LocalDate day = day(text);
        if (day.isAfter(KoreanTime.dateOf(clock.instant()))) {
            throw new InvalidRequest("day", "must not be in the future");
        }
        return clearing.of(day, account);
    }

    private static LocalDate day(String text) {
        try {
            if (text.length() == LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new InvalidRequest("day", "must be a day as 2026-03-02");
        }
        throw new InvalidRequest("day", "must be a day as 2026-03-02");
    }
}
