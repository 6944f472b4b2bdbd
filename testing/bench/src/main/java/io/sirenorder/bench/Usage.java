package io.sirenorder.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CPU time and memory of each process of the stack between two moments, the driver among them. */
final class Usage {
    private final Map<String, Long> processes;
    private final Map<String, Consumption> before = new LinkedHashMap<>();

    private Usage(Map<String, Long> processes) {
        this.processes = new LinkedHashMap<>(processes);
        this.processes.put("driver", ProcessHandle.current().pid());
        this.processes.forEach((name, pid) -> before.put(name, used(name, pid)));
    }

    static Usage start(Map<String, Long> processes) {
        return new Usage(processes);
    }

    /** User and system time of some of them since the start; parts that have replicas are summed. */
    double cpuSeconds(Collection<String> names) {
        return processes.entrySet().stream()
                .filter(process -> names.stream().anyMatch(process.getKey()::startsWith))
                .mapToDouble(
                        process -> used(process.getKey(), process.getValue()).cpuSeconds()
                                - before.get(process.getKey()).cpuSeconds())
                .sum();
    }

    double cpuSeconds() {
        return cpuSeconds(processes.keySet());
    }

    List<String> perOrder(int orders) {
        List<String> lines = new ArrayList<>();
        double all = 0;
        for (Map.Entry<String, Long> process : processes.entrySet()) {
            Consumption now = used(process.getKey(), process.getValue());
            double millis =
                    1_000 * (now.cpuSeconds() - before.get(process.getKey()).cpuSeconds()) / Math.max(1, orders);
            all += millis;
            lines.add("  %-22s %6.2f ms CPU per order   %5d MiB resident"
                    .formatted(process.getKey(), millis, now.residentMib()));
        }
        lines.add("  %-22s %6.2f ms CPU per order".formatted("all", all));
        return lines;
    }

    private static Consumption used(String name, long pid) {
        return name.equals("postgres") ? Consumption.ofFamily(pid) : Consumption.of(pid);
    }
}
