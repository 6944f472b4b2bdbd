package io.sirenorder.local.command;

import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.Service;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siren images}. */
@Command(name = "images", description = "Prints the commands that build the container images, or runs them.")
final class Images implements Callable<Integer> {
    private static final String BUILD = "mvn -DskipTests package";
    private static final String DOCKERFILE = "deploy/kubernetes/images/Dockerfile";

    @Option(names = "--run", description = "run them, with the engine below; what is built already is packed as it is")
    private boolean run;

    @Option(
            names = "--engine",
            paramLabel = "PROGRAM",
            defaultValue = "docker",
            description = "docker, podman or another of their kind (default: ${DEFAULT-VALUE})")
    private String engine;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            defaultValue = "1.0.0",
            description = "the images' tag (default: ${DEFAULT-VALUE})")
    private String tag;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<List<String>> commands =
                Service.all().stream().map(Service::module).map(this::command).toList();
        if (!run) {
            System.out.println(BUILD);
            commands.forEach(command -> System.out.println(String.join(" ", command)));
            return 0;
        }
        for (List<String> command : commands) {
            execute(command);
        }
        return 0;
    }

    private List<String> command(String module) {
        return List.of(engine, "build", "-f", DOCKERFILE, "-t", "siren-order/" + module + ":" + tag, module);
    }

    private void execute(List<String> command) throws InterruptedException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new Refused(Refused.FAILED, String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, engine + " can't be run: " + e.getMessage());
        }
    }
}
