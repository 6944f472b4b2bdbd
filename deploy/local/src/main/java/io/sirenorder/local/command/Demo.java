package io.sirenorder.local.command;

import io.sirenorder.local.demo.Stories;
import io.sirenorder.local.stack.Progress;
import io.sirenorder.local.stack.StackOptions;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code siren demo}. */
@Command(
        name = "demo",
        description = "Starts the stack and plays whole stories on it: orders, a gift, a coupon.",
        mixinStandardHelpOptions = true)
final class Demo implements Runnable {
    @Mixin
    private StackChoice choice;

    @Option(names = "--once", description = "stop afterwards: exit code 0 if every step went as told")
    private boolean once;

    @Override
    public void run() {
        StackOptions options = choice.options(Stories.SHORT_DEADLINES);
        Launch launch = new Launch(options, Progress.here());
        launch.start();
        Stories stories = new Stories(
                System.out,
                "http://localhost:" + options.ports().of("door"),
                options.ports().url("simulator"),
                options.portone());
        stories.play();
        if (!once) {
            stories.invite(Duration.parse("PT" + options.settings().get("siren.acceptance.unanswered-after")));
            launch.stay();
        }
    }
}
