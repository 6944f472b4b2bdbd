package io.sirenorder.local.stack;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numbers of instances.
 *
 * @param each of every service and of the gateway that {@code others} does not name
 * @param others of single services
 */
public record Replicas(int each, Map<Service, Integer> others) {
    /** Of the ports that lie behind each service's own. */
    private static final int MOST = 4;

    private static final String USAGE =
            "--replicas takes 1 to " + MOST + ", or that for single services: store-service=2";

    public Replicas {
        if (IntStream.concat(IntStream.of(each), others.values().stream().mapToInt(Integer::intValue))
                .anyMatch(number -> number < 1 || number > MOST)) {
            throw new Refused(Refused.FAILED, USAGE);
        }
    }

    /** The same number of all. */
    public static Replicas of(int each) {
        return new Replicas(each, Map.of());
    }

    /** Reads {@code 2}, or {@code store-service=2,payment-service=2} where all others have one. */
    public static Replicas parse(String text) {
        if (!text.contains("=")) {
            return of(number(text));
        }
        Map<Service, Integer> others = new EnumMap<>(Service.class);
        for (String part : text.split(",", -1)) {
            String[] both = part.split("=", 2);
            Service service = Service.named(both[0]).orElseThrow(() -> new Refused(Refused.FAILED, USAGE));
            others.put(service, number(both[both.length - 1]));
        }
        return new Replicas(1, others);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            throw new Refused(Refused.FAILED, USAGE);
        }
    }

    public int of(Service service) {
        return others.getOrDefault(service, each);
    }

    /** Whether any service has more than one instance. */
    public boolean areSeveral() {
        return Service.all().stream().anyMatch(service -> of(service) > 1);
    }
}
