package io.sirenorder.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Makes every REST client read tolerantly, though the program's own mapper is strict. */
public class TolerantClients implements RestClientListener {
    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        builder.register(new TolerantMapper());
    }

    /** The mapper of clients. */
    public static class TolerantMapper implements ContextResolver<ObjectMapper> {
        @Override
        public ObjectMapper getContext(Class<?> type) {
            return Tolerant.mapper();
        }
    }
}
