package io.sirenorder.local.command;

import io.sirenorder.local.stack.LauncherClient;
import io.sirenorder.local.stack.Refused;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code siren dev SERVICE}. */
@Command(
        name = "dev",
        description = "Runs one service under quarkus:dev, with live reload and a debugger's port, in the place of the"
                + " one that the running stack started; gives the place back at the end (q or Ctrl-C).")
final class Dev implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Parameters(paramLabel = "SERVICE", description = "store-service, or just store; also notification-gateway, web")
    private String service;

    @Option(
            names = "--debug",
            paramLabel = "PORT",
            defaultValue = "5005",
            description = "the debugger's port (default: ${DEFAULT-VALUE})")
    private int debug;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LauncherClient launcher = new LauncherClient(choice.running());
        JsonObject place = launcher.takePlaceOf(service);
        String module = place.getString("module");
        Thread giveBack = new Thread(() -> launcher.giveBack(module), "give-back");
        Runtime.getRuntime().addShutdownHook(giveBack);
        System.out.println(
                module + " is yours at port " + place.getInteger("port") + "; a debugger may attach at " + debug);
        return maven(module, place).waitFor();
    }

    private Process maven(String module, JsonObject place) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                System.getProperty("siren.maven", "./mvnw"), "-q", "compile", "quarkus:dev", "-pl", module, "-am"));
        words.add("-Ddebug=" + debug);
        words.add("-Dquarkus.analytics.disabled=true");
        words.add("-Dquarkus.hibernate-orm.validate-in-dev-mode=false"); // the migrations own the schema
        place.getJsonObject("settings")
                .forEach(setting -> words.add("-D" + setting.getKey() + "=" + setting.getValue()));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(StateChoice.home().toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        place.getJsonObject("environment")
                .forEach(variable -> builder.environment().put(variable.getKey(), String.valueOf(variable.getValue())));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, "Maven can't be run: " + e.getMessage());
        }
    }
}
