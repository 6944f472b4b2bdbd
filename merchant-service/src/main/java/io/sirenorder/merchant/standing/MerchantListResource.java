package io.sirenorder.merchant.standing;

import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.OneLine;
import io.sirenorder.merchant.registration.MerchantView;
import io.sirenorder.merchant.registration.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lists merchants for operators. */
@Cancellable(false)
@Path("/merchants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
class MerchantListResource {
    private final MerchantSearch search;

    MerchantListResource(MerchantSearch search) {
        this.search = search;
    }

    @GET
    @Operation(operationId = "listMerchants", summary = "Lists merchants, newest first")
    public Uni<Page<MerchantView>> list(
            @Parameter(
                            description = "One or more, separated by commas",
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Standing.class))
                    @QueryParam("standing")
                    String standing,
            @Parameter(description = "An id, the beginning of a handle, or a part of the store's name at registration")
                    @QueryParam("q")
                    @OneLine(max = 60)
                    String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return search.find(standings(standing), text, cursor, PageLimit.of(limit));
    }

    private static Set<Standing> standings(String text) {
        if (text == null) {
            return EnumSet.allOf(Standing.class);
        }
        try {
            return Arrays.stream(text.split(",", -1)).map(Standing::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("standing", "must be of " + EnumSet.allOf(Standing.class));
        }
    }
}
