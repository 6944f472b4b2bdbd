package io.sirenorder.simulator;

import io.sirenorder.simulator.console.Console;
import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.Journal;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.sirenorder.simulator.v1.V1Api;
import io.sirenorder.simulator.v2.V2Api;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.webhook.Notifier;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole simulated outside: one event loop, one port, {@code /v1}, {@code /v2} and {@code /sim}. */
public final class PortOneSimulator implements AutoCloseable {
    private static final long START_SECONDS = 20;
    private static final long BODY_LIMIT = 1 << 20;

    private final Vertx vertx;
    private final SimulatorConfig config;
    private final Journal journal;
    private final Accounts accounts;
    private final SimulatedClock clock = new SimulatedClock();
    private final Faults faults;
    private int port;

    private PortOneSimulator(SimulatorConfig config) {
        this.config = config;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        this.faults = new Faults(config.seed());
        this.accounts = new Accounts(config.accounts());
        this.journal =
                config.journal().map(file -> Journal.open(file, accounts)).orElseGet(Journal::none);
    }

    /** Listens when it returns. */
    public static PortOneSimulator start(SimulatorConfig config) {
        PortOneSimulator simulator = new PortOneSimulator(config);
        await(simulator.vertx.deployVerticle(simulator.new Outside()));
        return simulator;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PortOneSimulator simulator = start(SimulatorConfig.from(System.getenv()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            stopped.countDown();
        }));
        System.out.println("PortOne simulator on " + simulator.url() + ", seed " + simulator.config.seed());
        stopped.await();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://" + config.host() + ":" + port;
    }

    /** The base address for a V2 client. */
    public String v2Url() {
        return url() + "/v2";
    }

    /** The base address for a V1 client. */
    public String v1Url() {
        return url() + "/v1";
    }

    public SimulatorConfig config() {
        return config;
    }

    @Override
    public void close() {
        await(vertx.close());
        try {
            journal.close();
        } catch (IOException e) {
            throw new IllegalStateException("The journal could not be closed", e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The simulator could not start or stop", e);
        }
    }

    /** All state lives on the one event loop of this verticle, so nothing in the simulator is locked. */
    private final class Outside extends AbstractVerticle {
        @Override
        public void start(Promise<Void> started) {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(config.host())
                    .setPort(config.port())
                    .setHttp2ClearTextEnabled(false);
            HttpServer server = vertx.createHttpServer(options).requestHandler(router());
            server.listen()
                    .onSuccess(listening -> port = listening.actualPort())
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private Router router() {
            Notifier notifier = new Notifier(vertx, clock, faults, config.webhooks());
            Cashier cashier = new Cashier(accounts, journal, clock, notifier::tell);
            Calls calls = new Calls(vertx, faults);
            Router router = Router.router(vertx);
            router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
            Router v2 = Router.router(vertx);
            new V2Api(new V2Api.Parts(vertx, accounts, cashier, notifier, clock, calls)).mount(v2);
            Router v1 = Router.router(vertx);
            new V1Api(accounts, cashier, clock, calls).mount(v1);
            Router sim = Router.router(vertx);
            new Console(new Console.Parts(vertx, accounts, cashier, notifier, faults, clock, calls)).mount(sim);
            router.route("/v1/*").subRouter(v1);
            router.route("/v2/*").subRouter(v2);
            router.route("/sim/*").subRouter(sim);
            return router;
        }
    }
}
