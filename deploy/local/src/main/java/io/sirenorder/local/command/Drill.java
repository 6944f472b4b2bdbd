package io.sirenorder.local.command;

import io.sirenorder.local.chaos.RestoreDrill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code siren drill restore}. */
@Command(name = "drill", description = "Rehearses what one hopes never to need, on the running stack.")
final class Drill {
    private static final String SERVICE = "store";

    @Command(
            name = "restore",
            description =
                    "Puts store-service's database back to an earlier copy while buyers order, and follows the steps"
                            + " of docs/operations.md; exit code 0 if nothing is lost.")
    int restore(@Mixin StateChoice choice) {
        LauncherClient launcher = new LauncherClient(choice.running());
        return new RestoreDrill(choice.state(), placeOf(launcher), System.out).play() ? 0 : 1;
    }

    private static RestoreDrill.Place placeOf(LauncherClient launcher) {
        return new RestoreDrill.Place() {
            @Override
            public void leave() {
                launcher.takePlaceOf(SERVICE);
            }

            @Override
            public void takeBack() {
                launcher.giveBack(SERVICE);
            }
        };
    }
}
