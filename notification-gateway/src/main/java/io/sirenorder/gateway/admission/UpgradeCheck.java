package io.sirenorder.gateway.admission;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.sirenorder.gateway.delivery.SubscriptionState;
import io.sirenorder.gateway.drain.Drain;
import io.sirenorder.gateway.session.Admission;
import io.sirenorder.gateway.session.Principal;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.gateway.session.SocketConfig;
import io.sirenorder.gateway.session.SocketKind;
import io.sirenorder.gateway.session.SocketMetrics;
import io.sirenorder.gateway.wire.Wire;
import io.sirenorder.kit.problem.Forbidden;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.kit.problem.Unauthorized;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checks of a handshake before its 101: service, RFC 6455, subprotocol, origin, token or ticket, room. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {
    static final String SUBPROTOCOL = "siren.v1";
    static final String WEBSOCKET_VERSION = "13";
    /** 16 bytes in canonical base64: the last digit has four bits that mean nothing and have to be 0. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

    private static final String ADMITTED = "admitted";
    private static final List<Class<? extends Problem>> REFUSALS = List.of(
            GatewayUnavailable.class,
            UpgradeRequired.class,
            SubprotocolRequired.class,
            OriginRefused.class,
            InvalidRequest.class,
            Unauthorized.class,
            Forbidden.class,
            TooManyConnections.class);
    private static final Set<String> OF_HANDSHAKE = Set.of(
            "host",
            "upgrade",
            "connection",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-protocol",
            "sec-websocket-extensions");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final SocketConfig config;
    private final Origins origins;
    private final Principals principals;
    private final SocketTickets tickets;
    private final Handshakes handshakes;
    private final Sessions sessions;
    private final SubscriptionState feed;
    private final Drain drain;
    private final SocketMetrics metrics;

    UpgradeCheck(
            SocketConfig config,
            Origins origins,
            Principals principals,
            SocketTickets tickets,
            Handshakes handshakes,
            Sessions sessions,
            SubscriptionState feed,
            Drain drain,
            SocketMetrics metrics) {
        this.config = config;
        this.origins = origins;
        this.principals = principals;
        this.tickets = tickets;
        this.handshakes = handshakes;
        this.sessions = sessions;
        this.feed = feed;
        this.drain = drain;
        this.metrics = metrics;
        metrics.expect(Stream.concat(Stream.of(ADMITTED), REFUSALS.stream().map(Problem::slugOf)));
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        Context home = Vertx.currentContext();
        SocketKind kind = SocketKind.valueOf(context.endpointId().toUpperCase(Locale.ROOT));
        return Uni.createFrom()
                .deferred(() -> {
                    requireService();
                    requireHandshake(request);
                    requireManners(request);
                    return authenticate(request);
                })
                .emitOn(task -> home.runOnContext(v -> task.run()))
                .map(principal -> admit(context, kind, principal))
                .onFailure(Problem.class)
                .transform(this::refuse);
    }

    private CheckResult admit(HttpUpgradeContext context, SocketKind kind, Principal principal) {
        HttpServerRequest request = context.httpRequest();
        Optional<String> device = parameter(request, "device");
        requireRight(kind, principal, device);
        Admission admission = new Admission(
                principal,
                device,
                parameter(request, "epoch"),
                parameter(request, "pos"),
                "1".equals(request.getParam("hb")),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                Wire.below(
                        request,
                        new Wire.Limits(
                                config.maxMessageBytes(),
                                config.maxPendingBytes(),
                                config.controlFramesPerSecond(),
                                config.controlFrameBurst())));
        context.userData().put(Admission.KEY, admission);
        forgetHeaders(request);
        metrics.connected(ADMITTED);
        return CheckResult.permitUpgradeSync();
    }

    /** Headers are kept as long as the socket, twice: all but those of the handshake go, credentials among them. */
    private static void forgetHeaders(HttpServerRequest request) {
        List<String> others = request.headers().names().stream()
                .filter(name -> !OF_HANDSHAKE.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        others.forEach(request.headers()::remove);
    }

    private void requireService() {
        if (drain.hasBegun()) {
            throw new GatewayUnavailable("draining");
        }
        if (!feed.isUp()) {
            throw new GatewayUnavailable("feed-down");
        }
        if (!sessions.hasRoom() || !handshakes.admitsOne()) {
            throw new GatewayUnavailable("overloaded");
        }
    }

    /** Demands of RFC 6455 4.2.1 that Vert.x does not make: one version, one well-formed key, no body, HTTP/1.1. */
    private static void requireHandshake(HttpServerRequest request) {
        if (!request.headers().getAll(HandshakeRequest.SEC_WEBSOCKET_VERSION).equals(List.of(WEBSOCKET_VERSION))) {
            throw new UpgradeRequired();
        }
        List<String> keys = request.headers().getAll(HandshakeRequest.SEC_WEBSOCKET_KEY);
        if (keys.size() != 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw new InvalidRequest("Sec-WebSocket-Key", "must be 16 bytes in base64, once");
        }
        if (request.version() != HttpVersion.HTTP_1_1) {
            throw new InvalidRequest("version", "must be HTTP/1.1");
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || (length != null && !length.equals("0"))) {
            throw new InvalidRequest("body", "must not be sent with an upgrade");
        }
    }

    private void requireManners(HttpServerRequest request) {
        String offered = request.getHeader(HandshakeRequest.SEC_WEBSOCKET_PROTOCOL);
        if (offered == null
                || Arrays.stream(offered.split(",")).map(String::strip).noneMatch(SUBPROTOCOL::equals)) {
            throw new SubprotocolRequired();
        }
        if (!origins.allow(request)) {
            throw new OriginRefused();
        }
        parameter(request, "device").ifPresent(device -> {
            if (!DEVICE.matcher(device).matches()) {
                throw new InvalidRequest("device", "has 1 to 64 letters, digits, dots, dashes and underscores");
            }
        });
    }

    private Uni<Principal> authenticate(HttpServerRequest request) {
        Optional<String> token = Bearer.tokenIn(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token.isPresent()) {
            return principals.of(token.get());
        }
        return parameter(request, "ticket")
                .map(ticket -> tickets.redeem(ticket).invoke(principals::requireGood))
                .orElseGet(() -> Uni.createFrom().failure(new Unauthorized()));
    }

    private void requireRight(SocketKind kind, Principal principal, Optional<String> device) {
        if (principal.kind() != kind) {
            throw new Forbidden();
        }
        if (!sessions.hasRoomFor(principal, device)) {
            throw new TooManyConnections();
        }
    }

    /** The kit answers failed authentications with the problem that caused them. */
    private AuthenticationFailedException refuse(Throwable problem) {
        metrics.connected(((Problem) problem).slug());
        return new AuthenticationFailedException(problem);
    }

    private static Optional<String> parameter(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getParam(name));
    }
}
