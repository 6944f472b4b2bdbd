package io.sirenorder.merchant.wallet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Daily statements of a merchant's own wallet, by Seoul's calendar; any other wallet is a 404. */
@Cancellable(false)
@Path("/wallets/{walletId}/days")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "wallets")
class WalletDayResource {
    private static final String CSV = "text/csv";

    private final Statements statements;
    private final Caller caller;

    WalletDayResource(Statements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listWalletDays",
            summary = "Lists the days with entries, oldest first, at most 92 days a call",
            description = "A day is the Korean date on which an entry was booked.")
    public Uni<Page<Day>> days(
            @PathParam("walletId") WalletId id,
            @Parameter(description = "The first day", required = true) @Schema(format = "date") @QueryParam("from")
                    String from,
            @Parameter(description = "The last day", required = true) @Schema(format = "date") @QueryParam("to")
                    String to) {
        requireOwn(id);
        Days days = Days.of(from, to);
        return statements
                .totals(id, days)
                .chain(found -> statements
                        .seals(id, days.from(), days.to())
                        .map(seals -> new Page<>(days(found, seals), null)));
    }

    private static List<Day> days(SortedMap<LocalDate, DayTotals> found, Map<LocalDate, Seal> seals) {
        return found.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue(), seals.containsKey(day.getKey())))
                .toList();
    }

    @GET
    @Path("/{day}")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getWalletStatement",
            summary = "Reads the statement of one day, line by line; as text/csv it can be re-added in a spreadsheet")
    @APIResponse(
            responseCode = "200",
            description = "The statement, by Accept",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Statement.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Uni<Response> day(
            @PathParam("walletId") WalletId id,
            @Schema(format = "date") @PathParam("day") String text,
            @Context HttpHeaders headers) {
        requireOwn(id);
        LocalDate day = Days.day("day", text);
        return statements
                .of(id, day)
                .chain(statement -> isCsv(headers)
                        ? Uni.createFrom().item(csv(statement))
                        : statements.seal(id, day).map(seal -> json(statement, seal)));
    }

    /** JSON where both are accepted alike. */
    private static boolean isCsv(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(CSV))) {
                return true;
            }
        }
        return false;
    }

    private static Response csv(DayStatement statement) {
        return Response.ok(statement.csv(), CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"statement-" + statement.day() + ".csv\"")
                .build();
    }

    private static Response json(DayStatement statement, Optional<Seal> seal) {
        Boolean intact =
                seal.map(found -> found.digest().equals(statement.digest())).orElse(null);
        Statement body = new Statement(
                statement.day(), statement.totals(), seal.isPresent(), seal.orElse(null), intact, statement.lines());
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private void requireOwn(WalletId id) {
        if (!caller.wallet().equals(id)) {
            throw new NotFound();
        }
    }

    /**
     * The sums of a day.
     *
     * @param sealed whether the day is over and can change no more
     */
    @Schema(name = "WalletDay")
    record Day(
            @Schema(required = true) LocalDate day,
            @JsonUnwrapped DayTotals totals,
            @Schema(required = true) boolean sealed) {}

    /**
     * The statement of a day.
     *
     * @param seal null while the day is not sealed
     * @param intact whether the lines still have the sealed digest; null while the day is not sealed
     */
    @Schema(name = "WalletStatement")
    record Statement(
            @Schema(required = true) LocalDate day,
            @JsonUnwrapped DayTotals totals,
            @Schema(required = true) boolean sealed,
            @Nullable Seal seal,
            @Nullable Boolean intact,
            @Schema(required = true) List<StatementLine> lines) {}
}
