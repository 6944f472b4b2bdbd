package io.sirenorder.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports by the name of the part that listens there: {@code door}, {@code issuer}, {@code postgres}, {@code redis}, {@code redis-tls},
 * {@code simulator}, each
 * service, and with several replicas {@code store-service-1} and so on behind the service's own port.
 */
public record Ports(Map<String, Integer> byName) {
    /** The documented ports: the door at 8080, services from 8081. */
    public static final int STANDARD = 8080;

    private static final int BLOCK = 60;
    private static final int REPLICA_STEP = 10;
    private static final int LOWEST_FREE = 21_700;
    private static final int HIGHEST_FREE = 32_600;

    /** The documented ports, or a block of ports from another base. */
    public static Ports from(int base, Replicas replicas) {
        boolean standard = base == STANDARD;
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("door", base);
        int next = base;
        for (Service service : Service.all()) {
            next++;
            ports.put(service.module(), next);
            int number = replicas.of(service);
            for (int replica = 1; number > 1 && replica <= number; replica++) {
                ports.put(service.module() + "-" + replica, next + REPLICA_STEP * replica);
            }
        }
        ports.put("postgres", standard ? 15_432 : base + 7);
        ports.put("redis", standard ? 16_379 : base + 8);
        ports.put("redis-tls", standard ? 16_380 : base + 19);
        ports.put("simulator", standard ? 18_090 : base + 9);
        ports.put("issuer", standard ? 18_091 : base + 10);
        return new Ports(ports);
    }

    /**
     * A block of which every port is free, below those that outgoing connections use. The search begins at a random block, since
     * another launcher may be choosing its own at this moment.
     */
    public static Ports anyFree(Replicas replicas) {
        int blocks = (HIGHEST_FREE - LOWEST_FREE) / BLOCK;
        int first = ThreadLocalRandom.current().nextInt(blocks);
        return IntStream.range(first, first + blocks)
                .mapToObj(block -> from(LOWEST_FREE + block % blocks * BLOCK, replicas))
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.PORT_TAKEN, "no block of free ports below " + HIGHEST_FREE));
    }

    /** The same but for some. */
    public Ports with(Map<String, Integer> others) {
        Map<String, Integer> ports = new LinkedHashMap<>(byName);
        others.forEach((name, port) -> {
            if (ports.replace(name, port) == null) {
                throw new Refused(Refused.FAILED, "no part is called " + name + "; there are " + ports.keySet());
            }
        });
        return new Ports(ports);
    }

    public int of(String name) {
        return byName.get(name);
    }

    /** The front door as browsers and apps see it. */
    public String door(String host) {
        return "http://" + host + ":" + of("door");
    }

    /** The address of a part's HTTP. */
    public String url(String name) {
        return "http://127.0.0.1:" + of(name);
    }

    private boolean areFree() {
        return byName.values().stream().allMatch(io.sirenorder.embedded.Ports::isFree);
    }

    /** Says which port is taken, and one that is not. */
    public void refuseTaken() {
        byName.forEach((name, port) -> {
            if (!io.sirenorder.embedded.Ports.isFree(port)) {
                int free = io.sirenorder.embedded.Ports.freeFrom(port + 1);
                String line = "port %d (%s) is taken by another program; %d is free: --port %s=%d";
                throw new Refused(Refused.PORT_TAKEN, line.formatted(port, name, free, name, free));
            }
        });
    }
}
