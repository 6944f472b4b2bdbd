package io.sirenorder.local.stack;

import io.sirenorder.embedded.Programs;
import io.sirenorder.local.identity.Issuers;
import io.sirenorder.local.identity.ServiceTokens;
import io.sirenorder.local.process.Records;
import io.sirenorder.local.proxy.Instance;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All parts together: servers first, then everything else at once; stopped the other way round. */
public final class Stack {
    /** All parts may be on their way back at once, and each occupies a thread until it is ready. */
    private static final int THREADS_FOR_RESTARTS = 32;

    private final StackOptions options;
    private final Progress progress;
    private final Records records;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS_FOR_RESTARTS);
    private final ParallelSteps steps = new ParallelSteps();
    private final Issuers issuers;
    private final ServiceTokens tokens;
    private final ServiceSettings settings;
    private final StackAddresses addresses;
    private volatile boolean started;
    private final List<Supervisor> servers;
    private final List<Supervisor> programs = new ArrayList<>();
    /** Further instances of programs, which start when the first has migrated their database. */
    private final List<Supervisor> replicas = new ArrayList<>();

    public Stack(StackOptions options, Records records, Progress progress) {
        this.options = options;
        this.records = records;
        this.progress = progress;
        this.issuers = Issuers.at(options.door(), options.state().secret(""));
        this.addresses = new StackAddresses(options, issuers);
        this.tokens = new ServiceTokens(issuers.services(), options.state().token(""), namesForTokens());
        this.servers = Stream.of(new PostgresPart(options), new RedisPart(options))
                .map(this::keeper)
                .toList();
        this.settings = new ServiceSettings(options, issuers, tokens);
        plan(new ServiceCommands(options, settings));
    }

    private static List<String> namesForTokens() {
        return Stream.concat(Service.neighbours().stream().map(Service::label), Stream.of(StackFile.LAUNCHER))
                .toList();
    }

    private void plan(ServiceCommands blueprint) {
        Instance simulator = new Instance(options.ports().of("simulator"));
        programs.add(keeper(blueprint.simulator(simulator)));
        addresses.route("simulator", List.of(simulator));
        for (Service service : Service.all()) {
            List<Instance> instances = new ArrayList<>();
            for (String name : options.instances(service)) {
                Instance instance = new Instance(options.ports().of(name));
                instances.add(instance);
                Supervisor keeper = keeper(blueprint.service(service, name, instance));
                programs.add(keeper);
                if (instances.size() > 1) {
                    replicas.add(keeper);
                }
            }
            addresses.route(service.label(), instances);
        }
    }

    private Supervisor keeper(Part part) {
        return new Supervisor(part, records, progress, clock, this::describe);
    }

    /** Starts everything and comes back when all of it is ready; throws {@link Refused} when it can't be. */
    public void start() {
        options.state().turnOverLogs();
        unpackPrograms();
        tokens.renew();
        long renewal = ServiceTokens.RENEWAL.toSeconds();
        var unused = clock.scheduleAtFixedRate(this::renewTokens, renewal, renewal, TimeUnit.SECONDS);
        addresses.open(this);
        if (options.tls()) {
            new PrivateTls(options).make();
        }
        bringUp(servers);
        bringUp(programs.stream().filter(keeper -> !replicas.contains(keeper)).toList());
        bringUp(replicas);
        started = true;
        describe();
    }

    /** A schedule ends with the first failure of its task, so each is told instead; the tokens of the time before stay good for a while. */
    private void renewTokens() {
        try {
            tokens.renew();
        } catch (UncheckedIOException e) {
            progress.say("the services' tokens could not be renewed: " + e.getMessage());
        }
    }

    /** Before the first process: see {@link Programs}. */
    private void unpackPrograms() {
        try {
            Programs.in(options.state().programs());
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, "cannot unpack PostgreSQL and Redis: " + e.getMessage());
        }
    }

    private synchronized void describe() {
        if (started) {
            StackFile.write(options, keepers());
        }
    }

    private void bringUp(List<Supervisor> keepers) {
        steps.run(keepers, Supervisor::bringUp);
    }

    /** Restarts a part, or all instances of a service one after the other; false when nothing has that (part of a) name. */
    public boolean restart(String name) {
        List<Supervisor> meant = named(name);
        meant.forEach(Supervisor::restart);
        return !meant.isEmpty();
    }

    /** Stops a part, or all instances of a service, until its restart; false when nothing has that (part of a) name. */
    boolean stop(String name) {
        List<Supervisor> meant = named(name);
        meant.forEach(Supervisor::takeDown);
        return !meant.isEmpty();
    }

    private List<Supervisor> named(String name) {
        return keepers().stream()
                .filter(keeper -> ("-" + keeper.name() + "-").contains("-" + name + "-"))
                .toList();
    }

    /**
     * Stops a service and leaves its port to another program, to which the front door goes on routing.
     *
     * @return what that program has to be told, as JSON; null when no service has that name
     */
    String leavePlace(String name) {
        Optional<Service> service = Service.named(name);
        if (service.isEmpty()) {
            return null;
        }
        String module = service.get().module();
        if (options.replicas().of(service.get()) > 1) {
            throw new Refused(Refused.FAILED, "with several replicas no single one can be replaced");
        }
        supervisor(module).takeDown();
        supervisor(module).part().serving(true);
        int port = options.ports().of(module);
        return new JsonObject()
                .put("module", module)
                .put("port", port)
                .put("environment", new JsonObject(new HashMap<>(settings.environment(service.get(), port))))
                .put("settings", new JsonObject(new HashMap<>(options.settings())))
                .encode();
    }

    /** Starts the service again that had left its place. */
    String takePlaceBack(String name) {
        return Service.named(name)
                .map(service -> {
                    supervisor(service.module()).restart();
                    return "";
                })
                .orElse(null);
    }

    private Supervisor supervisor(String name) {
        return keepers().stream()
                .filter(keeper -> keeper.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Supervisor> keepers() {
        return Stream.concat(servers.stream(), programs.stream()).toList();
    }

    /** Stops everything, our programs before the servers that they use. */
    public void stop() {
        started = false;
        clock.shutdownNow();
        steps.run(programs, Supervisor::takeDown);
        addresses.close();
        steps.run(servers, Supervisor::takeDown);
        steps.end();
        addresses.end();
        StackFile.remove(options.state());
    }
}
