package io.sirenorder.local.command;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.local.demo.DemoStore;
import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.StackFile;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code siren token}. */
@Command(name = "token", description = "Prints an access token of the running stack, for curl or an app of your own.")
final class Token implements Runnable {
    /** The kinds of people that have tokens. */
    enum Holder {
        buyer,
        merchant,
        operator
    }

    @Mixin
    private StateChoice choice;

    @Parameters(paramLabel = "buyer|merchant|operator", description = "${COMPLETION-CANDIDATES}")
    private Holder holder;

    @Option(
            names = "--email",
            defaultValue = "minji@example.com",
            description = "the buyer's address (default: ${DEFAULT-VALUE})")
    private String email;

    @Option(names = "--nickname", defaultValue = "민지", description = "the buyer's nickname (default: ${DEFAULT-VALUE})")
    private String nickname;

    @Override
    public void run() {
        StackFile stack = choice.running();
        Api door = Api.at(stack.json().getString("door"));
        System.out.println(
                switch (holder) {
                    case buyer -> Buyer.signIn(door, email, nickname).token();
                    case operator ->
                        door.post("/dev/operators", Map.of()).expect(201).text("accessToken");
                    case merchant -> demoStore().signIn(door).token();
                });
    }

    private DemoStore demoStore() {
        return DemoStore.in(choice.state().demoStore())
                .orElseThrow(
                        () -> new Refused(Refused.FAILED, "this stack has no demo store; register one at the till"));
    }
}
