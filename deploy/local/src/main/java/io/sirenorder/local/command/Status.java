package io.sirenorder.local.command;

import io.sirenorder.local.stack.Health;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code siren status}. */
@Command(name = "status", description = "Says what runs, where, and how it is.")
final class Status implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Override
    public Integer call() {
        StackFile stack = choice.running();
        System.out.println("front door  " + stack.json().getString("door"));
        boolean allWell = ProcessHandle.of(stack.json().getLong("launcherPid")).isPresent();
        if (!allWell) {
            System.out.println(Terminal.red("✘ the launcher was killed; ./siren down sweeps up what it left"));
        }
        for (Object part : stack.json().getJsonArray("parts")) {
            allWell &= show((JsonObject) part);
        }
        return allWell ? 0 : 1;
    }

    private static boolean show(JsonObject part) {
        Optional<String> trouble = Health.of(part);
        String mark = trouble.isEmpty() ? Terminal.green("✔") : Terminal.red("✘");
        System.out.printf(
                "%s %-22s port %-6d pid %-8d %s%n",
                mark, part.getString("name"), part.getInteger("port"), part.getLong("pid", 0L), trouble.orElse(""));
        return trouble.isEmpty();
    }
}
