package io.sirenorder.bench;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The two servers alone: commits of one small row in PostgreSQL, mailbox scripts in Redis. */
@Command(
        name = "servers",
        description = "Commits small rows in PostgreSQL and runs mailbox scripts in Redis, as many as they take.",
        mixinStandardHelpOptions = true)
final class ServersBench implements Callable<Integer> {
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS statistics.commits (id uuid PRIMARY KEY, at timestamptz NOT NULL)";
    private static final String ROW = "INSERT INTO statistics.commits (id, at) VALUES (gen_random_uuid(), now())";

    private final Figures figures = new Figures();

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Option(names = "--connections", defaultValue = "16", description = "To PostgreSQL (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--scripts", defaultValue = "200000", description = "Mailbox scripts (${DEFAULT-VALUE}).")
    private int scripts;

    @Option(names = "--seconds", defaultValue = "15", description = "Of commits (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = run.stack();
        out.println(Machine.here().line());
        out.printf("load     %d connections, %s%n", connections, stack.durability());
        commits(new SuperuserSql(stack, run.state()), out);
        mailboxes(stack, out);
        run.keep(figures);
        return 0;
    }

    private void commits(SuperuserSql sql, PrintWriter out) {
        sql.run("store", TABLE);
        ExecutorService writers = Executors.newFixedThreadPool(connections);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(CompletableFuture.supplyAsync(() -> commitUntil(end, sql), writers));
        }
        int done = all.stream().mapToInt(CompletableFuture::join).sum();
        writers.shutdown();
        sql.run("store", "DROP TABLE statistics.commits");
        figures.put("commits per second", done / (double) seconds);
        out.printf("commits  %,.0f per second%n", figures.get("commits per second"));
        out.flush();
    }

    private static int commitUntil(long end, SuperuserSql sql) {
        try (Connection connection = sql.connect("store");
                PreparedStatement insert = connection.prepareStatement(ROW)) {
            int done = 0;
            while (System.nanoTime() < end) {
                done += insert.executeUpdate();
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL takes no row", e);
        }
    }

    private void mailboxes(RunningStack stack, PrintWriter out) {
        Vertx vertx = Vertx.vertx();
        NotificationLoad load = new NotificationLoad(vertx, stack.redis());
        Usage usage = Usage.start(stack.processes());
        double took = load.sendToAbsent(scripts);
        double cpu = usage.cpuSeconds(List.of("redis"));
        Blocking.get(vertx.close());
        figures.put("mailbox scripts per second", scripts / took)
                .put("us of CPU per mailbox script", 1e6 * cpu / scripts);
        out.printf(
                "scripts  %,.0f per second, %.1f us of Redis' CPU each, %,d in all%n",
                scripts / took, figures.get("us of CPU per mailbox script"), scripts);
        out.flush();
    }
}
