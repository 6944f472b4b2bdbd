package io.sirenorder.simulator.payment;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of JSON lines, the last line of an attempt being its state; without a file, nothing is kept. */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Journal.class.getName());

    private final OutputStream out;

    private Journal(OutputStream out) {
        this.out = out;
    }

    public static Journal none() {
        return new Journal(OutputStream.nullOutputStream());
    }

    /** Reads what an earlier run kept into the accounts and starts a file that holds just that. */
    public static Journal open(Path file, Accounts accounts) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            Journal journal = new Journal(Files.newOutputStream(file));
            journal.restore(lines, accounts);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the journal " + file, e);
        }
    }

    private void restore(List<String> lines, Accounts accounts) {
        Map<String, JsonObject> attempts = new LinkedHashMap<>();
        Map<String, JsonObject> registrations = new LinkedHashMap<>();
        for (String line : lines) {
            sort(line, attempts, registrations);
        }
        registrations.values().forEach(json -> restore(PreRegistration.fromJson(json), accounts));
        attempts.values().forEach(json -> restore(Attempt.fromJson(json), accounts));
        registrations.values().forEach(this::write);
        attempts.values().forEach(this::write);
    }

    private static void restore(PreRegistration registration, Accounts accounts) {
        accounts.payments(registration.account()).register(registration);
    }

    private static void restore(Attempt attempt, Accounts accounts) {
        accounts.payments(attempt.purchase().account()).add(attempt);
    }

    private static void sort(String line, Map<String, JsonObject> attempts, Map<String, JsonObject> registrations) {
        try {
            JsonObject json = new JsonObject(line);
            if (json.containsKey("transactionId")) {
                attempts.put(json.getString("transactionId"), json);
            } else {
                registrations.put(json.getString("account") + " " + json.getString("paymentId"), json);
            }
        } catch (DecodeException torn) {
            LOG.log(Logger.Level.WARNING, "Left out a line that was cut short when the last run was killed", torn);
        }
    }

    void keep(Attempt attempt) {
        write(attempt.toJson());
    }

    void keep(PreRegistration registration) {
        write(registration.toJson());
    }

    private void write(JsonObject line) {
        try {
            out.write((line.encode() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
