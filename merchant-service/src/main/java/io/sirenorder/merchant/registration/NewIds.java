package io.sirenorder.merchant.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where new ids come from: chance, which may repeat itself though nobody will live to see it. */
@ApplicationScoped
class NewIds {
    UUID next() {
        return UUID.randomUUID();
    }
}
