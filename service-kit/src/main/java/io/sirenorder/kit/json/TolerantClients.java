package io.sirenorder.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Lets every REST client of ours read tolerantly. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
public class TolerantClients implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
        return Tolerant.mapper();
    }
}
