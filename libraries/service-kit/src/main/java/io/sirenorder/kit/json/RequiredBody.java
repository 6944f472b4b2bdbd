package io.sirenorder.kit.json;

import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource that takes a body never sees null: neither an empty body nor the text {@code null} is one. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequiredBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new InvalidRequest("body", "must not be empty");
        }
        return body;
    }
}
