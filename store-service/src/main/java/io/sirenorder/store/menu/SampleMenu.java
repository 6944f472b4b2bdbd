package io.sirenorder.store.menu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A café's menu to try things out with: put on where {@code siren.menu.sample} says so, never over what is there. */
@ApplicationScoped
class SampleMenu {
    private static final String FILE = "/sample-menu.json";
    /** A machine that starts many programs at once may keep one waiting longer than its database allows. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private static final int TRIES = 6;

    private final MenuDesk desk;
    private final ObjectMapper json;

    SampleMenu(MenuDesk desk, ObjectMapper json) {
        this.desk = desk;
        this.json = json;
    }

    /** Start-up waits for it, so that the service is never ready with half a menu. */
    void load(@Observes StartupEvent start, @ConfigProperty(name = "siren.menu.sample") boolean wanted)
            throws Throwable {
        if (wanted) {
            Map<MenuItemId, MenuItemDescription> menu = read();
            VertxContextSupport.subscribeAndAwait(() -> add(menu));
        }
    }

    private Uni<Void> add(Map<MenuItemId, MenuItemDescription> menu) {
        return InOrder.each(
                menu.entrySet(),
                item -> desk.add(item.getKey(), item.getValue())
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_PAUSE)
                        .atMost(TRIES));
    }

    private Map<MenuItemId, MenuItemDescription> read() throws IOException {
        try (InputStream file = SampleMenu.class.getResourceAsStream(FILE)) {
            return json.readValue(file, new TypeReference<>() {});
        }
    }
}
