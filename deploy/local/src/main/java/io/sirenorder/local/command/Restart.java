package io.sirenorder.local.command;

import io.sirenorder.local.stack.LauncherClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code siren restart SERVICE}. */
@Command(
        name = "restart",
        description =
                "Restarts a part, one instance after the other, each after it has ended the requests it had begun.")
final class Restart implements Runnable {
    @Mixin
    private StateChoice choice;

    @Parameters(
            paramLabel = "SERVICE",
            description = "store-service, store-service-2, or just store; redis, postgres, ...")
    private String part;

    @Override
    public void run() {
        new LauncherClient(choice.running()).restart(part);
        System.out.println(part + " runs again");
    }
}
