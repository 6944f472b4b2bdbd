package io.sirenorder.local.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Queue;

/**
 * One address for all instances of a service, as a Kubernetes service has it: each connection goes to one of them and
 * stays with that one, until one of both ends closes it. It knows no requests, and repeats none.
 */
public final class VirtualAddress implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;

    private final NetServer server;
    private final NetClient client;
    private final Pool pool;

    private VirtualAddress(Vertx vertx, Pool pool) {
        this.server = vertx.createNetServer();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.pool = pool;
    }

    /** Opens it on a loopback port; with 0 on any. */
    public static VirtualAddress open(Vertx vertx, int port, Pool pool) {
        VirtualAddress address = new VirtualAddress(vertx, pool);
        address.server
                .connectHandler(address::accept)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return address;
    }

    int port() {
        return server.actualPort();
    }

    private void accept(NetSocket caller) {
        caller.pause();
        connect(caller, pool.candidates());
    }

    private void connect(NetSocket caller, Queue<Instance> candidates) {
        Instance instance = candidates.poll();
        if (instance == null) {
            caller.close();
            return;
        }
        client.connect(instance.port(), "127.0.0.1")
                .onSuccess(service -> join(caller, service))
                .onFailure(down -> {
                    instance.failed();
                    connect(caller, candidates);
                });
    }

    private static void join(NetSocket caller, NetSocket service) {
        service.pipe().endOnFailure(true).to(caller).onComplete(over -> caller.close());
        caller.pipe().endOnFailure(true).to(service).onComplete(over -> service.close());
    }

    /** Takes nothing new and breaks off what is under way. */
    @Override
    public void close() {
        server.close();
        client.close();
    }
}
