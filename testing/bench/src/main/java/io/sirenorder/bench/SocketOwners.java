package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Buyers that have a token each, made at the local issuer. */
final class SocketOwners {
    private static final int AT_ONCE = 16;

    private SocketOwners() {}

    /** Signs in so many, always the same ones. */
    static List<Buyer> signIn(Api api, int number) {
        ForkJoinPool pool = new ForkJoinPool(AT_ONCE);
        try {
            return pool.submit(() -> IntStream.range(0, number)
                            .parallel()
                            .mapToObj(n -> Buyer.signIn(api, "socket-" + n + "@example.com", "socket"))
                            .toList())
                    .join();
        } finally {
            pool.shutdown();
        }
    }
}
