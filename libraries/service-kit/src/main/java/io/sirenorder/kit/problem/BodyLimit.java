package io.sirenorder.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Measures a body that does not say its size while it is read: the framework would cut it off without a word. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyLimit implements ReaderInterceptor {
    private final long largestBody;

    BodyLimit(@ConfigProperty(name = "siren.http.largest-body") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new MeasuredBody(context.getInputStream(), largestBody));
        return context.proceed();
    }
}
