package io.sirenorder.feed.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Logs each change that an operator or a merchant asked for, before its answer leaves. Decisions on orders stand in the
 * orders' own timelines, which are hashed. An action that can't be stored is counted and logged, and answered all the same.
 */
class ActionFilter {
    private static final Logger LOG = Logger.getLogger(ActionFilter.class);
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String ORDERS = "/orders/";
    private static final String SECRET = "code";
    private static final int LONGEST_VALUE = 100;

    private final Actions actions;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final CurrentVertxRequest http;
    private final Counter lost;

    ActionFilter(
            Actions actions, SecurityIdentity identity, Caller caller, CurrentVertxRequest http, MeterRegistry meters) {
        this.actions = actions;
        this.identity = identity;
        this.caller = caller;
        this.http = http;
        this.lost = meters.counter("siren.actions.lost");
    }

    @ServerResponseFilter
    public Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (READS.contains(request.getMethod()) || resource.getResourceMethod() == null || !isLogged()) {
            return Uni.createFrom().voidItem();
        }
        return actions.add(entry(request, response, resource))
                .onFailure()
                .invoke(failure -> {
                    lost.increment();
                    LOG.errorf("an action could not be logged: %s", failure);
                })
                .onFailure()
                .recoverWithNull();
    }

    private boolean isLogged() {
        if (identity.isAnonymous()) {
            return false;
        }
        boolean onOrders = http.getCurrent().request().path().startsWith(ORDERS);
        return identity.hasRole(Roles.OPERATOR) || (identity.hasRole(Roles.MERCHANT) && !onOrders);
    }

    private Actions.Entry entry(
            ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        boolean isMerchant = identity.hasRole(Roles.MERCHANT);
        return new Actions.Entry(
                isMerchant ? "MERCHANT" : "OPERATOR",
                caller.signature(),
                operation(resource),
                subject(request),
                Network.of(http.getCurrent().request()).shortened(),
                response.getStatus(),
                TraceContext.current());
    }

    private static String operation(ResourceInfo resource) {
        Operation described = resource.getResourceMethod().getAnnotation(Operation.class);
        return described == null || described.operationId().isEmpty()
                ? resource.getResourceMethod().getName()
                : described.operationId();
    }

    private static Map<String, String> subject(ContainerRequestContext request) {
        Map<String, String> subject = new TreeMap<>();
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            if (!name.equals(SECRET)) {
                String value = values.get(0);
                subject.put(name, value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
            }
        });
        return subject;
    }
}
