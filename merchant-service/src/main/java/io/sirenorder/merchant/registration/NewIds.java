package io.sirenorder.merchant.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Source of new ids: random ones, which may clash with earlier ids. */
@ApplicationScoped
class NewIds {
    UUID next() {
        return UUID.randomUUID();
    }
}
