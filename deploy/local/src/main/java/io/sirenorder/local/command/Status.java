package io.sirenorder.local.command;

import io.sirenorder.local.stack.Health;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code siren status}. */
@Command(
        name = "status",
        description = "Shows the parts that run, their ports and processes, and whether each is ready.")
final class Status implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Option(
            names = "--json",
            description = "for programs: {door, ready, launcher, parts: [{name, port, pid, ready, reason}]}")
    private boolean json;

    @Override
    public Integer call() {
        JsonObject report = report(choice.running());
        if (json) {
            System.out.println(report.encodePrettily());
        } else {
            show(report);
        }
        return report.getBoolean("ready") ? 0 : 1;
    }

    private static JsonObject report(StackFile stack) {
        boolean launcher = ProcessHandle.of(stack.json().getLong("launcherPid")).isPresent();
        JsonArray parts = new JsonArray();
        boolean ready = launcher;
        for (Object part : stack.json().getJsonArray("parts")) {
            JsonObject line = part((JsonObject) part);
            ready &= line.getBoolean("ready");
            parts.add(line);
        }
        return new JsonObject()
                .put("door", stack.json().getString("address"))
                .put("ready", ready)
                .put("launcher", launcher)
                .put("parts", parts);
    }

    private static JsonObject part(JsonObject part) {
        String reason = Health.of(part).orElse("");
        return new JsonObject()
                .put("name", part.getString("name"))
                .put("port", part.getInteger("port"))
                .put("pid", part.getLong("pid"))
                .put("ready", reason.isEmpty())
                .put("reason", reason);
    }

    private static void show(JsonObject report) {
        System.out.println("front door  " + report.getString("door"));
        if (!report.getBoolean("launcher")) {
            System.out.println(Terminal.red("✘ the launcher was killed; ./siren down sweeps up what it left"));
        }
        report.getJsonArray("parts").forEach(each -> showPart((JsonObject) each));
    }

    private static void showPart(JsonObject part) {
        System.out.printf(
                "%s %-22s port %-6d pid %-8d %s%n",
                part.getBoolean("ready") ? Terminal.green("✔") : Terminal.red("✘"),
                part.getString("name"),
                part.getInteger("port"),
                part.getLong("pid", 0L),
                part.getString("reason"));
    }
}
