package io.sirenorder.kit.client;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Puts this service's own token on its calls to neighbours; never register it on a client of anybody else. */
@Singleton
public class ServiceToken implements ClientRequestFilter {
    private static final Duration REREAD = Duration.ofSeconds(10);

    private final Path file;
    private volatile Reading reading;

    ServiceToken(ServiceTokenConfig config) {
        file = config.tokenFile();
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization());
    }

    /** The value of the {@code Authorization} header. The file is small and in memory: reading it blocks nobody. */
    public String authorization() throws IOException {
        Reading known = reading;
        if (known == null || known.isOld()) {
            known = new Reading("Bearer " + Files.readString(file).strip(), System.nanoTime());
            reading = known;
        }
        return known.text();
    }

    /** What the file held, and when. */
    private record Reading(String text, long at) {
        boolean isOld() {
            return System.nanoTime() - at > REREAD.toNanos();
        }
    }
}
