package io.sirenorder.local.command;

import io.sirenorder.local.stack.Progress;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code siren up}. */
@Command(name = "up", description = "Starts the stack and keeps it running until Ctrl-C.")
final class Up implements Runnable {
    @Mixin
    private StackChoice choice;

    @Override
    public void run() {
        Launch launch = new Launch(choice.options(Map.of()), Progress.here());
        launch.start();
        launch.stay();
    }
}
