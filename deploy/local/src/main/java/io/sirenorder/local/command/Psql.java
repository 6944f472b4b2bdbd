package io.sirenorder.local.command;

import io.sirenorder.local.stack.Refused;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code siren psql SERVICE}. */
@Command(
        name = "psql",
        description = "Opens a service's database, as the service sees it: with psql where it is installed, and with a"
                + " small shell of its own otherwise.")
final class Psql implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Parameters(paramLabel = "SERVICE", description = "merchant, store, coupon or payment (also store-service, ...)")
    private String service;

    @Option(
            names = {"-c", "--command"},
            paramLabel = "SQL",
            description = "run this and end")
    private String command;

    @Option(names = "--jdbc", description = "use the small shell even where psql is installed")
    private boolean jdbc;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        JsonObject databases = choice.running().json().getJsonObject("databases");
        JsonObject database = databases.getJsonObject(service.replaceFirst("-service$", ""));
        if (database == null) {
            throw new Refused(Refused.FAILED, service + " has no database; there are " + databases.fieldNames());
        }
        Optional<Path> program = jdbc ? Optional.empty() : installed();
        return program.isPresent() ? psql(program.get(), database) : shell(database);
    }

    private static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":", -1))
                .map(directory -> Path.of(directory, "psql"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private int psql(Path program, JsonObject database) throws IOException, InterruptedException {
        String url = database.getString("jdbcUrl").substring("jdbc:".length());
        List<String> words = new ArrayList<>(List.of(program.toString(), url, "-U", database.getString("username")));
        if (command != null) {
            words.addAll(List.of("-c", command));
        }
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().put("PGPASSWORD", database.getString("password"));
        return builder.start().waitFor();
    }

    private int shell(JsonObject database) throws IOException, SQLException {
        String user = database.getString("username");
        try (Connection connection =
                DriverManager.getConnection(database.getString("jdbcUrl"), user, database.getString("password"))) {
            SqlShell shell = new SqlShell(connection, System.out);
            if (command != null) {
                return shell.run(command) ? 0 : 1;
            }
            return shell.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), user);
        }
    }
}
