package io.sirenorder.payment.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PortOneVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The number of accounts that open checkouts, hints or refunds wait for and that have no credentials here: must be 0. */
@Startup
@ApplicationScoped
class AccountGauge {
    private static final Logger LOG = Logger.getLogger(AccountGauge.class);
    private static final String NEEDED = """
            SELECT account, portone_version FROM checkouts WHERE status = 'OPEN' AND portone_version IS NOT NULL
            UNION SELECT account, portone_version FROM webhooks WHERE status = 'DUE'
            UNION SELECT c.account, c.portone_version FROM refunds r JOIN checkouts c ON c.id = r.checkout_id
                  WHERE r.status IN ('DUE', 'REQUESTED', 'UNKNOWN')""";

    private final PaymentGateways gateways;
    private final Pool pool;
    private final AtomicLong missing;

    AccountGauge(PaymentGateways gateways, Pool pool, MeterRegistry meters) {
        this.gateways = gateways;
        this.pool = pool;
        this.missing = meters.gauge("siren.accounts.missing", new AtomicLong());
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.query(NEEDED)
                .execute()
                .map(rows -> {
                    long count = 0;
                    for (var row : rows) {
                        count += isMissing(row.getString("account"), row.getString("portone_version")) ? 1 : 0;
                    }
                    return count;
                })
                .invoke(missing::set)
                .replaceWithVoid();
    }

    private boolean isMissing(String account, String version) {
        boolean isMissing =
                gateways.find(account, PortOneVersion.valueOf(version)).isEmpty();
        if (isMissing) {
            LOG.errorf("ALARM account %s has no credentials for %s: its payments and refunds wait", account, version);
        }
        return isMissing;
    }
}
