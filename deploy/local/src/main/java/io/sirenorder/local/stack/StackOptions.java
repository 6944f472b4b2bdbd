package io.sirenorder.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Options of a stack.
 *
 * @param home of the repository, where the built services lie
 * @param portone the version of PortOne's API that new checkouts use, {@code V1} or {@code V2}
 * @param durable whether a commit waits for the disk
 * @param tls whether programs reach PostgreSQL and Redis by TLS alone
 * @param jvm how the services' JVMs run
 * @param host the name or address by which clients reach the front door; one other than localhost opens it to the network
 * @param settings configuration keys for all services, {@code siren.acceptance.unanswered-after} for example
 */
public record StackOptions(
        Path home,
        StateDirectory state,
        Ports ports,
        Replicas replicas,
        boolean fresh,
        boolean durable,
        boolean tls,
        JvmMode jvm,
        String portone,
        String host,
        Map<String, String> settings) {

    /** The front door's address as clients know it. */
    public String door() {
        return ports.door(host);
    }

    /** Whether only this machine reaches the front door. */
    boolean isPrivate() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    /** The names of a service's instances: its own, or numbered. */
    public List<String> instances(Service service) {
        int number = replicas.of(service);
        return number == 1
                ? List.of(service.module())
                : IntStream.rangeClosed(1, number)
                        .mapToObj(which -> service.module() + "-" + which)
                        .toList();
    }
}
