package io.sirenorder.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Flame graphs of running services, made by async-profiler, which is attached to them for some seconds. */
@Command(
        name = "profile",
        description = "Profiles running services while another bench puts load on them; leaves flame graphs.",
        mixinStandardHelpOptions = true)
final class ProfileBench implements Callable<Integer> {
    private static final String LIBRARY = "/linux-x64/libasyncProfiler.so";

    @Spec
    private CommandSpec spec;

    @Option(names = "--state", defaultValue = ".siren", description = "The stack's directory (${DEFAULT-VALUE}).")
    private Path state;

    @Option(names = "--seconds", defaultValue = "30", description = "How long (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--event", defaultValue = "ctimer", description = "ctimer, cpu, alloc, wall (${DEFAULT-VALUE}).")
    private String event;

    @Parameters(arity = "0..*", paramLabel = "PART", description = "Parts of the stack; all services if none is named.")
    private List<String> parts = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path library = unpacked(state.resolve("libasyncProfiler.so").toAbsolutePath());
        Map<String, Long> processes = RunningStack.in(state).processes();
        processes.keySet().removeIf(name -> parts.isEmpty() ? !isService(name) : !parts.contains(name));
        processes.values().forEach(pid -> load(pid, library, "start,event=" + event + ",interval=1ms"));
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        processes.forEach((name, pid) -> {
            Path graph = state.resolve("profile-" + name + ".html").toAbsolutePath();
            load(pid, library, "stop,flamegraph,file=" + graph);
            out.println("profile  " + graph);
        });
        return 0;
    }

    private static boolean isService(String part) {
        return part.endsWith("-service") || part.equals("notification-gateway");
    }

    /** Replaces the file rather than writes into it: an earlier run's is mapped by the services. */
    private static Path unpacked(Path file) {
        try (InputStream packed = ProfileBench.class.getResourceAsStream(LIBRARY)) {
            if (packed == null) {
                throw new IllegalStateException("async-profiler is not on the class path");
            }
            Path fresh = Files.createTempFile(file.getParent(), "profiler", ".so");
            Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quotes the options: jcmd would take what follows an equals sign for a value of its own. */
    private static void load(long pid, Path library, String options) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process attach = new ProcessBuilder(
                            jcmd.toString(),
                            Long.toString(pid),
                            "JVMTI.agent_load",
                            library.toString(),
                            '"' + options + '"')
                    .redirectErrorStream(true)
                    .start();
            String said = new String(attach.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (attach.waitFor() != 0 || !said.contains("return code: 0")) {
                throw new IllegalStateException("process " + pid + " is not profiled: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
