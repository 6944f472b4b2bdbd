package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.contracts.store.Weekday;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a registration.
 *
 * @param handle a short name to sign in with, or null
 */
record Registration(
        @NotNull String password,
        @Pattern(regexp = HANDLE) String handle,
        @NotNull @Valid NewStore store) {
    static final String HANDLE = "[a-z0-9][a-z0-9-]{2,29}";

    /**
     * The new store as it will be listed.
     *
     * @param openingHours an absent day is closed, absent hours are always open
     */
    record NewStore(
            @NotBlank @Size(max = StoreProfile.LONGEST_NAME) String name,
            @NotBlank @Size(max = 200) String address,
            @NotNull Location location,
            @NotBlank @Pattern(regexp = StoreProfile.PHONE) String phone,
            @Size(max = 2000) String description,

            @Pattern(regexp = "https://[^\\s\"<>]+") @Size(max = 500)
            String thumbnailUrl,

            @Schema(description = "By day, MON to SUN; an absent day is closed, absent hours are always open")
            Map<Weekday, DailyHours> openingHours,

            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String portoneMerchantCode) {
        private static final double MAX_LATITUDE = 90;
        private static final double MAX_LONGITUDE = 180;
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

        /** The profile; fails with {@link InvalidRequest} where a rule is broken that annotations can't express. */
        StoreProfile profile() {
            if (!(Math.abs(location.latitude()) <= MAX_LATITUDE && Math.abs(location.longitude()) <= MAX_LONGITUDE)) {
                throw new InvalidRequest("store.location", "must be degrees on earth");
            }
            if (openingHours != null) {
                openingHours.forEach(NewStore::check);
            }
            return new StoreProfile(
                    name, address, location, phone, description, thumbnailUrl, openingHours, portoneMerchantCode);
        }

        private static void check(Weekday day, DailyHours hours) {
            if (hours == null || !isTime(hours.opens(), TIME) || !isTime(hours.closes(), TIME + "|24:00")) {
                throw new InvalidRequest("store.openingHours." + day, "must be HH:mm to HH:mm or 24:00");
            }
        }

        private static boolean isTime(String text, String form) {
            return text != null && text.matches(form);
        }
    }
}
