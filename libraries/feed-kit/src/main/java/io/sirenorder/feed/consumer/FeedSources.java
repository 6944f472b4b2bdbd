package io.sirenorder.feed.consumer;

import io.sirenorder.feed.outbox.Feed;
import io.sirenorder.feed.outbox.FeedEntry;
import io.sirenorder.kit.client.ServiceToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the feed of a producer: this service's own in this process, the others over REST. */
@ApplicationScoped
class FeedSources {
    private final Feed own;
    private final ServiceToken token;
    private final Config config;
    private final String self;

    FeedSources(Feed own, ServiceToken token, Config config, @ConfigProperty(name = "siren.service.name") String self) {
        this.own = own;
        this.token = token;
        this.config = config;
        this.self = self;
    }

    FeedSource of(String producer) {
        if (producer.equals(self)) {
            return (known, limit, head) -> own.after(known, limit, head)
                    .map(page -> page.stream().map(FeedEntry::envelope).toList());
        }
        return new RemoteFeed(config.getValue("siren.neighbours." + producer + ".url", URI.class), token);
    }
}
