package io.sirenorder.local.command;

import io.sirenorder.local.demo.Stories;
import io.sirenorder.local.stack.Progress;
import io.sirenorder.local.stack.StackOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code siren demo}. */
@Command(name = "demo", description = "Starts the stack and plays whole stories on it: orders, a gift, a coupon.")
final class Demo implements Runnable {
    @Mixin
    private StackChoice choice;

    @Option(names = "--once", description = "stop afterwards: exit code 0 if every step went as told")
    private boolean once;

    @Option(names = "--running", description = "play on the stack that runs already, with its deadlines")
    private boolean running;

    @Override
    public void run() {
        StackOptions options = choice.options(Stories.SHORT_DEADLINES);
        Launch launch = new Launch(options, Progress.here());
        if (!running) {
            launch.start();
        }
        Stories stories = stories(choice.running().json(), options.state().demoStore());
        JsonObject settings = choice.running().json().getJsonObject("settings");
        stories.play(Stories.SHORT_DEADLINES.keySet().stream().allMatch(settings::containsKey));
        if (!once) {
            stories.invite();
            launch.stay();
        }
    }

    private static Stories stories(JsonObject stack, Path demoStore) {
        String portone = stack.getJsonObject("portone").getString("version");
        return new Stories(System.out, stack.getString("door"), stack.getString("simulator"), portone, demoStore);
    }
}
