package io.sirenorder.kubernetes;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Vert.x for which names of the cluster lead to this machine. */
final class Names {
    private Names() {}

    static Vertx here(String... names) {
        String hosts = Stream.of(names).map(name -> "127.0.0.1 " + name).collect(Collectors.joining("\n"));
        return Vertx.vertx(new VertxOptions()
                .setAddressResolverOptions(new AddressResolverOptions().setHostsValue(Buffer.buffer(hosts))));
    }
}
