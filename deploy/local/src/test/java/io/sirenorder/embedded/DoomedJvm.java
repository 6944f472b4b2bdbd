package io.sirenorder.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Another JVM that starts a server and is killed. */
record DoomedJvm(Process process, ProcessHandle server, Path directory) implements AutoCloseable {

    static DoomedJvm start(String kind) throws IOException {
        Process process = new ProcessBuilder(OwnSession.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedJvm.class.getName(),
                        kind))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String[] answer = output.readLine().split(" ", 2);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(answer[0])).orElseThrow();
        return new DoomedJvm(process, server, Path.of(answer[1]));
    }

    /** With all that is in its process group, as an impatient shell would. */
    void kill() throws IOException {
        new ProcessBuilder("kill", "-s", "KILL", "--", "-" + process.pid()).start();
        Waiting.forEnd(process.toHandle(), Duration.ofSeconds(5));
        process.destroyForcibly();
        Waiting.forEnd(process.toHandle(), Duration.ofSeconds(5));
    }

    @Override
    public void close() throws IOException {
        kill();
        server.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        boolean postgres = arguments[0].equals("postgres");
        System.out.println(postgres ? startPostgres() : startRedis());
        new java.util.concurrent.CountDownLatch(1).await();
    }

    private static String startPostgres() throws Exception {
        PostgresServer server = PostgresServer.settings().start();
        try (var connection = server.connect("postgres");
                var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            rows.next();
            return server.processHandle().pid() + " " + rows.getString(1);
        }
    }

    private static String startRedis() throws IOException {
        RedisServer server = RedisServer.settings().start();
        return server.processHandle().pid() + " " + server.home();
    }
}
