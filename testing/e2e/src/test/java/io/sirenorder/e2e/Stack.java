package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The stack that the stories run against: the one named by {@code -Dsiren.state=DIRECTORY}, or one of our own, started
 * once per test run on free ports with short deadlines and stopped with it.
 */
public final class Stack {
    /** Longer than any deadline of the stack that the stories start. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path OWN = Path.of("target", "stack").toAbsolutePath();

    private static Stack running;

    private final Path state;
    private final Api api;
    private final FaultyPortOne portone;

    private Stack(Path state) {
        this.state = state;
        this.api = Api.at(file().path("door").asText()).shownTo(new PublicAnswers());
        this.portone = new FaultyPortOne(Api.at(file().path("simulator").asText()));
    }

    public static synchronized Stack running() {
        if (running == null) {
            String given = System.getProperty("siren.state", "");
            running = new Stack(given.isEmpty() ? LaunchedStack.in(OWN).state() : Path.of(given));
        }
        return running;
    }

    /** Another stack than the one that the stories share. */
    static Stack of(LaunchedStack other) {
        return new Stack(other.state());
    }

    public Api api() {
        return api;
    }

    public FaultyPortOne portone() {
        return portone;
    }

    String portoneStoreId() {
        return file().path("portone").path("storeId").asText();
    }

    /** The code of stores that are paid into an account of their own. */
    String ownCode() {
        return file().path("portone").path("ownCode").asText();
    }

    /** That account's store at PortOne. */
    String ownPortoneStoreId() {
        return file().path("portone").path("ownStoreId").asText();
    }

    /** A merchant whose store is paid into an account of its own. */
    Merchant merchantWithOwnAccount() {
        return Merchant.registerPaidInto(api, "마포 카페 " + shortName(), ownCode());
    }

    String databasePassword(String service) {
        return file().path("databases").path(service).path("password").asText();
    }

    String webhookSecret() {
        return file().path("portone").path("webhookSecret").asText();
    }

    Path state() {
        return state;
    }

    /** The front door as browsers know it: the host of the issuers, too. */
    public String address() {
        return file().path("address").asText();
    }

    public Merchant merchant() {
        return Merchant.register(api, "이야기 카페 " + shortName());
    }

    public Buyer buyer() {
        return Buyer.signIn(api, "buyer-" + shortName() + "@example.com", "손님");
    }

    public Api operator() {
        return api.as(api.post("/dev/operators", Map.of()).expect(201).text("accessToken"));
    }

    /** Whether the store takes orders; a new one is known a moment after its registration. */
    public boolean isOpen(Merchant merchant) {
        Answer store = api.get("/stores/" + merchant.storeId());
        return store.status() == 200 && store.body().path("open").asBoolean();
    }

    /** A checkout at a store whose till has just been connected. */
    public Answer checkOutAtOpenStore(Buyer buyer, Merchant merchant) {
        Eventually.is(() -> isOpen(merchant), true);
        return buyer.checkOut(merchant.storeId()).expect(201);
    }

    /** The same, paid. */
    public Answer payAtOpenStore(Buyer buyer, Merchant merchant) {
        Answer checkout = checkOutAtOpenStore(buyer, merchant);
        portone.pay(checkout).expect(200);
        return checkout;
    }

    /** All that was paid is back, and no more. */
    public void awaitFullRefund(String paymentId) {
        long paid = portone.payment(paymentId).path("amount").asLong();
        Eventually.is(() -> portone.refunded(paymentId), paid, PATIENCE);
    }

    /** Moves what a coupon or gift knows of time into the past, as if the clock had gone on meanwhile. */
    void age(String service, String table, String key, String id, Duration by) {
        JsonNode database = file().path("databases").path(service);
        String issued = table.equals("gifts") ? "sent_at" : "issued_at";
        String sql = "UPDATE %s SET expires_at = expires_at - ?::interval, %s = %s - ?::interval WHERE %s = ?::uuid"
                .formatted(table, issued, issued, key);
        try (Connection connection = DriverManager.getConnection(
                        database.path("jdbcUrl").asText(),
                        database.path("username").asText(),
                        database.path("password").asText());
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, by.toSeconds() + " seconds");
            update.setString(2, by.toSeconds() + " seconds");
            update.setString(3, id);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("nothing in " + table + " is called " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query of a service's database answers. */
    long count(String service, String sql) {
        JsonNode database = file().path("databases").path(service);
        try (Connection connection = DriverManager.getConnection(
                        database.path("jdbcUrl").asText(),
                        database.path("username").asText(),
                        database.path("password").asText());
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows of a service's database, as if time had passed. */
    void run(String service, String sql) {
        JsonNode database = file().path("databases").path(service);
        try (Connection connection = DriverManager.getConnection(
                        database.path("jdbcUrl").asText(),
                        database.path("username").asText(),
                        database.path("password").asText());
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something while all processes of a part stand still: connections to them stay, answers do not come. */
    void whileFrozen(String part, Runnable act) {
        List<Long> pids = parts().filter(each -> isInstance(each.path("name").asText(), part))
                .map(each -> each.path("pid").asLong())
                .toList();
        if (pids.isEmpty()) {
            throw new IllegalArgumentException("no part is called " + part);
        }
        pids.forEach(pid -> signal("-STOP", pid));
        try {
            act.run();
        } finally {
            pids.forEach(pid -> signal("-CONT", pid));
        }
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Kills one instance of a part, as {@code kill -9} does; the launcher starts it again. */
    void killOne(String part) {
        ProcessHandle instance = parts().filter(
                        each -> isInstance(each.path("name").asText(), part))
                .findFirst()
                .map(each -> ProcessHandle.of(each.path("pid").asLong()).orElseThrow())
                .orElseThrow();
        instance.destroyForcibly();
        instance.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Kills a part of the stack, with all its instances, as {@code kill -9} does; the launcher starts them again. */
    public void kill(String part) {
        List<ProcessHandle> instances = parts().filter(
                        each -> isInstance(each.path("name").asText(), part))
                .map(each -> ProcessHandle.of(each.path("pid").asLong()).orElseThrow())
                .toList();
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("no part is called " + part);
        }
        instances.forEach(ProcessHandle::destroyForcibly);
        instances.forEach(
                process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** With several replicas a service's instances are numbered: store-service-1, store-service-2. */
    private static boolean isInstance(String name, String part) {
        return name.equals(part) || name.matches(Pattern.quote(part) + "-\\d+");
    }

    /** All parts answer again, each instance by itself. */
    public void awaitHealthy() {
        parts().map(part -> part.path("health"))
                .filter(JsonNode::isTextual)
                .forEach(health -> Eventually.is(() -> isReady(health.asText()), true, PATIENCE));
    }

    private static boolean isReady(String health) {
        try {
            return Api.at(health).get(URI.create(health).getPath()).status() == 200;
        } catch (UncheckedIOException starting) {
            return false;
        }
    }

    private Stream<JsonNode> parts() {
        return StreamSupport.stream(file().path("parts").spliterator(), false);
    }

    private JsonNode file() {
        try {
            return Json.parse(Files.readString(state.resolve("stack.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortName() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
