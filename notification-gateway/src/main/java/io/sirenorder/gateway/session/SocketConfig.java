package io.sirenorder.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The limits and intervals of sockets. */
@ConfigMapping(prefix = "siren.sockets")
public interface SocketConfig {
    /** Exact origins whose pages may connect besides those of the request's host; programs without an origin always may. */
    Optional<Set<String>> origins();

    /** The longest message a client may send. */
    @WithDefault("16384")
    int maxMessageBytes();

    /** Messages per second a client may send. */
    @WithDefault("20")
    int messagesPerSecond();

    /** Messages at once a client may send. */
    @WithDefault("40")
    int burst();

    /** Control frames and empty fragments per second a client may send. */
    @WithDefault("20")
    int controlFramesPerSecond();

    /** Control frames and empty fragments at once a client may send. */
    @WithDefault("200")
    int controlFrameBurst();

    /** The pause between two questions to merchant-service which sessions ended. */
    @WithDefault("5s")
    Duration endedSessionsEvery();

    /** Breaches of protocol or rate before the socket is closed. */
    @WithDefault("3")
    int breaches();

    /** Commands under way at which a socket is no longer read; it is again at half of them. */
    @WithDefault("32")
    int commandsInFlight();

    /** Bytes a reader may be behind before it is cut off. */
    @WithDefault("262144")
    long maxPendingBytes();

    /** The time a reader may take nothing before it is cut off. */
    @WithDefault("10s")
    Duration maxCongestion();

    /** Types of messages that a slow reader does not get at all. */
    @WithDefault("notice")
    Set<String> droppable();

    /** Sockets that one node holds. */
    @WithDefault("30000")
    int maxSessions();

    /** Handshakes that one node takes per second. */
    @WithDefault("2000")
    int handshakesPerSecond();

    /** The interval at which sockets are checked for silence, congestion, expiry and ended sessions. */
    @WithDefault("2s")
    Duration rounds();

    /** The time before its end at which a client is told that its token expires. */
    @WithDefault("60s")
    Duration expiryNotice();

    Kind merchant();

    Kind buyer();

    default Kind of(SocketKind kind) {
        return switch (kind) {
            case MERCHANT -> merchant();
            case BUYER -> buyer();
        };
    }

    /** The settings that differ between tills and buyers. */
    interface Kind {
        /** The interval of pings. */
        Duration pingEvery();

        /** The silence after which the peer counts as dead. */
        Duration deadAfter();

        /** Sockets that one recipient may have here. */
        int connections();

        /** Whether open sockets are reported to Redis. */
        boolean presence();

        /** The beginnings of the types of commands that clients may send. */
        Optional<List<String>> commands();
    }
}
