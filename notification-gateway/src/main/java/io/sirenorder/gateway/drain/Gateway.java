package io.sirenorder.gateway.drain;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The program: it runs until it is asked to stop, and drains while {@code quarkus.shutdown.delay} keeps the HTTP server
 * open. Any later event of the framework finds the sockets closed already, with 1000.
 */
@QuarkusMain
class Gateway implements QuarkusApplication {
    private static final int FINE = 0;

    private final Drain drain;

    Gateway(Drain drain) {
        this.drain = drain;
    }

    @Override
    public int run(String... args) {
        Quarkus.waitForExit();
        drain.run();
        return FINE;
    }
}
