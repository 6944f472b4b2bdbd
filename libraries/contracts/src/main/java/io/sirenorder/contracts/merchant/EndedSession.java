package io.sirenorder.contracts.merchant;

import io.sirenorder.contracts.MerchantId;
import java.time.Instant;

/**
 * One entry of {@code GET /internal/ended-sessions?since=} of merchant-service, a JSON array, oldest first. Each entry is
 * listed for as long as an access token that it voids could still be valid. Transactions may commit out of the order of
 * {@code at}: ask with an overlap of some seconds; entries repeat without harm.
 *
 * @param before access tokens whose {@code iat} is earlier are void; a whole second
 * @param sid the one session that ended, with all of its tokens; null when all sessions ended
 * @param at when it ended, by the database's clock: the value for the next {@code since}
 */
public record EndedSession(MerchantId merchantId, Instant before, String sid, Instant at) {}
