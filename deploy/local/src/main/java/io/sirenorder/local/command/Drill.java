package io.sirenorder.local.command;

import io.sirenorder.local.chaos.FailoverDrill;
import io.sirenorder.local.chaos.RecoveryDrill;
import io.sirenorder.local.chaos.RedisDrill;
import io.sirenorder.local.chaos.RestoreDrill;
import io.sirenorder.local.chaos.Stoppable;
import io.sirenorder.local.stack.LauncherClient;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code siren drill restore}, {@code drill redis}, {@code drill failover}, {@code drill recovery}. */
@Command(name = "drill", description = "Rehearses on the running stack what operators hope never to need.")
final class Drill {
    @Command(
            name = "restore",
            description = "Puts one service's database back to an earlier copy while buyers order, follows the steps of"
                    + " docs/operations.md, and checks all payments; exit code 0 if nothing is lost.")
    int restore(
            @Mixin StateChoice choice,
            @Option(
                            names = "--service",
                            defaultValue = "store",
                            description = "whose database: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
                    Restored service,
            @Option(
                            names = "--orders",
                            defaultValue = "10",
                            description = "orders before the copy, after it, and after the restore, each (default:"
                                    + " ${DEFAULT-VALUE})")
                    int orders) {
        Stoppable part = part(choice, service.name() + "-service");
        return new RestoreDrill(choice.state(), service.name(), part, System.out).play(orders) ? 0 : 1;
    }

    /** The services with a database. */
    enum Restored {
        store,
        payment,
        coupon,
        merchant
    }

    @Command(
            name = "redis",
            description =
                    "Stops Redis while buyers order, puts another, empty one in its place, and checks that each paid"
                            + " order reaches its till; exit code 0 if none is lost.")
    int redis(
            @Mixin StateChoice choice,
            @Option(
                            names = "--seconds",
                            defaultValue = "45",
                            description = "how long there is no Redis (default: ${DEFAULT-VALUE})")
                    int seconds) {
        return new RedisDrill(choice.state(), part(choice, "redis"), System.out).play(seconds) ? 0 : 1;
    }

    @Command(
            name = "failover",
            description = "Loses PostgreSQL's primary without a farewell while buyers order, promotes its synchronous"
                    + " standby in its place, and checks that no answered order is forgotten and all payments are right;"
                    + " exit code 0 if so.")
    int failover(
            @Mixin StateChoice choice,
            @Option(
                            names = "--orders",
                            defaultValue = "10",
                            description = "orders before the loss and after it, each (default: ${DEFAULT-VALUE})")
                    int orders) {
        return new FailoverDrill(choice.state(), part(choice, "postgres"), System.out).play(orders) ? 0 : 1;
    }

    @Command(
            name = "recovery",
            description =
                    "Kills and freezes the programs, Redis and PostgreSQL one by one under load, and checks that orders"
                            + " and gifts arrive in time again after each and that nothing is lost or doubled; exit code 0 if so.")
    int recovery(
            @Mixin StateChoice choice,
            @Option(names = "--seed", defaultValue = "1", description = "of the load (default: ${DEFAULT-VALUE})")
                    long seed,
            @Option(
                            names = "--seconds",
                            defaultValue = "20",
                            description =
                                    "within which service is back once all programs are ready (default: ${DEFAULT-VALUE})")
                    int seconds) {
        choice.running();
        return new RecoveryDrill(choice.state(), System.out, Duration.ofSeconds(seconds)).play(seed) ? 0 : 1;
    }

    private static Stoppable part(StateChoice choice, String name) {
        LauncherClient launcher = new LauncherClient(choice.running());
        return new Stoppable() {
            @Override
            public void stop() {
                launcher.stop(name);
            }

            @Override
            public void start() {
                launcher.restart(name);
            }
        };
    }
}
