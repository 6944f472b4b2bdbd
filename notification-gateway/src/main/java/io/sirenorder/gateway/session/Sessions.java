package io.sirenorder.gateway.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.Startup;
import io.quarkus.websockets.next.WebSocketConnection;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.CloseReason;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All open sockets of this node, by recipient. */
@Startup
@Singleton
public class Sessions {
    private final Map<String, List<Session>> byRecipient = new ConcurrentHashMap<>();
    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Map<Executor, Set<Session>> byLoop = new ConcurrentHashMap<>();
    private final SocketConfig config;
    private final SocketMetrics metrics;

    Sessions(SocketConfig config, SocketMetrics metrics, MeterRegistry meters) {
        this.config = config;
        this.metrics = metrics;
        for (SocketKind kind : SocketKind.values()) {
            meters.gauge("siren.gateway.connections", List.of(roleTag(kind)), byId, all -> count(kind));
        }
        meters.gauge("siren.gateway.pending.bytes", byId, all -> mostPending());
    }

    /** Makes a session of an open socket; it receives its recipients' messages from now on, and holds them back. */
    public Session enter(WebSocketConnection connection, Admission admission) {
        Session session = new Session(connection, admission, config, metrics);
        byId.put(session.id(), session);
        byLoop.computeIfAbsent(session.wire().loop(), loop -> ConcurrentHashMap.newKeySet())
                .add(session);
        session.principal().recipients().forEach(recipient -> add(recipient, session));
        supersede(session);
        if (of(session.principal().self()).size() > limitOf(session.principal().kind())) {
            session.close(CloseReason.TOO_MANY_CONNECTIONS);
        }
        return session;
    }

    public void leave(Session session) {
        session.ended();
        byId.remove(session.id());
        byLoop.getOrDefault(session.wire().loop(), Set.of()).remove(session);
        session.principal().recipients().forEach(recipient -> remove(recipient, session));
    }

    /** The sockets of a recipient, by the text of its name: most messages have no recipient on this node. */
    public List<Session> of(String recipient) {
        return byRecipient.getOrDefault(recipient, List.of());
    }

    public List<Session> of(Recipient recipient) {
        return of(recipient.value());
    }

    public Collection<Session> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Hands the sessions of each event loop to the action, on that loop: one task for each loop, not for each session. */
    public void onEachLoop(Consumer<Collection<Session>> action) {
        byLoop.forEach((loop, all) -> loop.execute(() -> action.accept(all)));
    }

    public Stream<Session> all(SocketKind kind) {
        return byId.values().stream().filter(session -> session.principal().kind() == kind);
    }

    public int count() {
        return byId.size();
    }

    /** Whether this node can take one more. */
    public boolean hasRoom() {
        return count() < config.maxSessions();
    }

    /** Whether this principal may have one more, or the device has one that will make room. */
    public boolean hasRoomFor(Principal principal, Optional<String> device) {
        List<Session> others = of(principal.self());
        return others.size() < limitOf(principal.kind()) || others.stream().anyMatch(other -> isOn(other, device));
    }

    private int limitOf(SocketKind kind) {
        return config.of(kind).connections();
    }

    private void supersede(Session newer) {
        of(newer.principal().self()).stream()
                .filter(older -> older != newer && isOn(older, newer.admission().device()))
                .forEach(older -> {
                    older.principal().recipients().forEach(recipient -> remove(recipient, older));
                    older.close(CloseReason.SUPERSEDED);
                });
    }

    private static boolean isOn(Session session, Optional<String> device) {
        return device.isPresent() && session.admission().device().equals(device);
    }

    private void add(Recipient recipient, Session session) {
        byRecipient.merge(
                recipient.value(),
                List.of(session),
                (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
    }

    private void remove(Recipient recipient, Session session) {
        byRecipient.computeIfPresent(recipient.value(), (name, some) -> {
            List<Session> rest = some.stream().filter(each -> each != session).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    private long count(SocketKind kind) {
        return all(kind).count();
    }

    private long mostPending() {
        return byId.values().stream()
                .mapToLong(session -> session.wire().pendingBytes())
                .max()
                .orElse(0);
    }

    private static Tag roleTag(SocketKind kind) {
        return Tag.of("role", kind.role());
    }
}
