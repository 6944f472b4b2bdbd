package io.sirenorder.local.command;

import io.sirenorder.local.demo.DemoStore;
import io.sirenorder.local.stack.Terminal;
import java.util.List;
import java.util.Optional;

/**
 * The addresses, accounts and next steps that stand in the terminal once the stack is up.
 *
 * @param choice the option by which commands find this stack, or nothing
 */
record Welcome(String door, Optional<DemoStore> store, String simulator, String choice) {
    List<String> lines() {
        return List.of(
                row("till", door + store.map(DemoStore::till).orElse("/till/"), till()),
                row("shop", door + "/shop/", "any e-mail, e.g. minji@example.com"),
                row("operator", door + "/operator/", "one button"),
                row("everything", door + "/dev", "all links"),
                row("PortOne", simulator, "simulated: no money moves"),
                "",
                Terminal.bold("Next") + ", in another terminal"
                        + (choice.isEmpty() ? ":" : ", each with " + choice + ":"),
                "  ./siren demo --running        plays whole stories, which the pages show live",
                "  ./siren token buyer           an access token for curl or your own app",
                "  ./siren psql store            a service's data",
                "  ./siren logs store -f         a service's log",
                "  ./siren dev store-service     one service with live reload",
                "  ./siren status                what runs, where, and how it is");
    }

    private String till() {
        return store.isPresent() ? "password: " + DemoStore.PASSWORD : "register a store there";
    }

    private static String row(String name, String address, String remark) {
        return "  %-11s %s  %s".formatted(name, address, Terminal.dim(remark));
    }
}
