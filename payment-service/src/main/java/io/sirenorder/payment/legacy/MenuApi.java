package io.sirenorder.payment.legacy;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.kit.client.NeighbourProblems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** store-service's public menu. */
@Path("/menu")
@RegisterRestClient(configKey = "store")
@RegisterProvider(NeighbourProblems.class)
interface MenuApi {
    /** A page of the menu. */
    record MenuPage(List<Summary> items, String nextCursor) {}

    /** An item by its names. */
    record Summary(MenuItemId menuItemId, String name, String englishName) {}

    /** The option groups of an item. */
    record Detail(MenuItemId menuItemId, List<Group> optionGroups) {}

    /** A question. */
    record Group(String key, List<Choice> choices) {}

    /** One of its answers. */
    record Choice(String value, String name) {}

    @GET
    Uni<MenuPage> page(@QueryParam("limit") int limit, @QueryParam("cursor") String cursor);

    @GET
    @Path("/{menuItemId}")
    Uni<Detail> detail(@PathParam("menuItemId") String menuItemId);
}
