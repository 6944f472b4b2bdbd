package io.sirenorder.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Processor time, memory and first paint of a page, as Chromium measures them. */
public final class Profiler {
    private static final double NANOS = 1e9;
    private static final String FIRST_PAINT =
            "return Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)";

    private final ChromeDriver driver;

    Profiler(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Processor time of the page's main thread so far: what else runs on the machine is not in it. */
    public Duration busy() {
        driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
        List<?> metrics = (List<?>)
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream()
                .map(metric -> (Map<?, ?>) metric)
                .filter(metric -> "TaskDuration".equals(metric.get("name")))
                .map(metric -> Duration.ofNanos((long) (((Number) metric.get("value")).doubleValue() * NANOS)))
                .findFirst()
                .orElseThrow();
    }

    /** Milliseconds from asking for the page until text or a drawing of it was painted; zero before that. */
    public long firstPaint() {
        return (Long) driver.executeScript(FIRST_PAINT);
    }

    /** Bytes that the page's scripts hold once garbage has been collected. */
    public long heap() {
        driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        Number used = (Number)
                driver.executeCdpCommand("Runtime.getHeapUsage", Map.of()).get("usedSize");
        return used.longValue();
    }
}
