package io.sirenorder.kit.page;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The ids that one call between services asks about.
 *
 * @param ids 1 to 200; ids of nothing are left out of the answer, and repeated ones count once
 */
public record IdBatch(@NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> ids) {
    /** Most ids of one call. */
    public static final int MOST = 200;
}
