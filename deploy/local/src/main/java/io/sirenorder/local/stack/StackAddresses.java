package io.sirenorder.local.stack;

import io.sirenorder.local.demo.DemoStore;
import io.sirenorder.local.identity.DevIssuerApi;
import io.sirenorder.local.identity.Issuers;
import io.sirenorder.local.page.StartPage;
import io.sirenorder.local.proxy.FrontDoor;
import io.sirenorder.local.proxy.Instance;
import io.sirenorder.local.proxy.Pool;
import io.sirenorder.local.proxy.RoutingTable;
import io.sirenorder.local.proxy.VirtualAddress;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses at which the stack is reached: the front door, the launcher's own, and one for each service with replicas. */
final class StackAddresses {
    private final StackOptions options;
    private final Issuers issuers;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Map<String, Pool> pools = new HashMap<>();
    private final List<FrontDoor> doors = new ArrayList<>();
    private final List<VirtualAddress> replicated = new ArrayList<>();

    StackAddresses(StackOptions options, Issuers issuers) {
        this.options = options;
        this.issuers = issuers;
    }

    /** Names the instances that serve a label of the routing table; to be called before the doors are opened. */
    void route(String label, List<Instance> instances) {
        pools.put(label, new Pool(instances));
    }

    /** Opens the launcher's own address for commands to the stack, the front door, and an address for each service with replicas. */
    void open(Stack stack) {
        Instance issuer = new Instance(options.ports().of("issuer"));
        issuer.serving(true);
        route(StackFile.LAUNCHER, List.of(issuer));
        vertx.createHttpServer()
                .requestHandler(new LauncherApi(startPage(), new DevIssuerApi(issuers), stack, launcherToken())::serve)
                .listen(options.ports().of("issuer"), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        RoutingTable routes = RoutingTable.read(options.home().resolve("deploy/routes.properties"))
                .with("/sim", "simulator");
        String address = options.isPrivate() ? "127.0.0.1" : "0.0.0.0";
        doors.add(FrontDoor.open(vertx, address, options.ports().of("door"), routes, pools));
        Service.all().stream()
                .filter(service -> options.replicas().of(service) > 1)
                .forEach(this::openAddress);
    }

    private StartPage startPage() {
        Map<String, String> addresses = Map.of(
                "door", options.door(),
                "sockets", options.door().replaceFirst("http", "ws"),
                "simulator", options.ports().url("simulator"),
                "buyers", issuers.buyers().url(),
                "operators", issuers.operators().url(),
                "routes", "/stores, /menu, /checkouts, /orders, /coupons, /gifts, /merchants, /sessions, ...");
        return new StartPage(addresses, () -> DemoStore.onPage(options.state().demoStore()));
    }

    /** Opens the one address at which neighbours reach all instances of a service. */
    private void openAddress(Service service) {
        replicated.add(VirtualAddress.open(vertx, options.ports().of(service.module()), pools.get(service.label())));
    }

    private String launcherToken() {
        return options.state().secretText(StackFile.LAUNCHER);
    }

    /** Takes no further request. */
    void close() {
        doors.forEach(FrontDoor::close);
        replicated.forEach(VirtualAddress::close);
    }

    /** Ends the launcher's own address as well, and the threads of all. */
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
