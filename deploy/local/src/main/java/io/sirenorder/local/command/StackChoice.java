package io.sirenorder.local.command;

import io.sirenorder.local.stack.JvmMode;
import io.sirenorder.local.stack.Ports;
import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.Replicas;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StackOptions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that start a stack. */
final class StackChoice {
    @Mixin
    private StateChoice state;

    @Option(names = "--fresh", description = "forget all data and secrets first")
    private boolean fresh;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "instances of each service and of the gateway, or of single ones: store-service=2"
                    + " (default: ${DEFAULT-VALUE})")
    private String replicas;

    @Option(
            names = "--portone",
            paramLabel = "v1|v2",
            defaultValue = "v2",
            description = "the version of PortOne's API (default: ${DEFAULT-VALUE})")
    private String portone;

    @Option(names = "--durable", description = "commits wait for the disk (fsync), as in production")
    private boolean durable;

    @Option(
            names = "--tls",
            description = "programs reach PostgreSQL and Redis by TLS, with an authority of this stack's own")
    private boolean tls;

    @Option(names = "--production", description = "full JIT and the JVM's own collector: slower start, faster run")
    private boolean production;

    @Option(
            names = "--training",
            description = "as --production; on JDK 25 or newer each program leaves an ahead-of-time cache when it ends")
    private boolean training;

    @Option(
            names = "--as-image",
            description = "services run as their container images do: entry point, user 10001, read-only root, no"
                    + " capabilities, memory of their pods (Linux with user namespaces)")
    private boolean asImage;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "localhost",
            description =
                    "the name or address by which phones and other machines reach this one; opens the front door to"
                            + " the network (default: ${DEFAULT-VALUE}, this machine only)")
    private String host;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "" + Ports.STANDARD,
            description = "the front door's port, the others follow; 0: any free ones (default: ${DEFAULT-VALUE})")
    private int portBase;

    @Option(names = "--port", paramLabel = "PART=PORT", description = "another port for one part")
    private Map<String, Integer> port = new HashMap<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a configuration key of the services, e.g. siren.acceptance.unanswered-after=20s")
    private Map<String, String> settings = new HashMap<>();

    StackOptions options(Map<String, String> defaults) {
        Replicas instances = Replicas.parse(replicas);
        if (asImage && (instances.areSeveral() || state.state().root().startsWith("/tmp"))) {
            throw new Refused(
                    Refused.FAILED,
                    "--as-image takes one replica, whose keys are in a /tmp of its own, and no --state in /tmp");
        }
        Map<String, String> all = new HashMap<>(defaults);
        all.putAll(settings);
        return new StackOptions(
                StateChoice.home(),
                state.state(),
                ports(instances).with(port),
                instances,
                fresh,
                durable,
                tls,
                jvm(),
                portone(),
                host,
                all);
    }

    StackFile running() {
        return state.running();
    }

    private JvmMode jvm() {
        if (asImage) {
            return JvmMode.AS_IMAGE;
        }
        if (training) {
            return JvmMode.TRAINING;
        }
        return production ? JvmMode.PRODUCTION : JvmMode.QUICK_START;
    }

    private Ports ports(Replicas instances) {
        return portBase == 0 ? Ports.anyFree(instances) : Ports.from(portBase, instances);
    }

    private String portone() {
        String version = portone.toUpperCase(Locale.ROOT);
        if (!version.equals("V1") && !version.equals("V2")) {
            throw new Refused(Refused.FAILED, "--portone takes v1 or v2");
        }
        return version;
    }
}
