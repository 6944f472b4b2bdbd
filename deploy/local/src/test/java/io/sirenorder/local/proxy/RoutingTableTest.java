package io.sirenorder.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
    private final RoutingTable house = RoutingTable.read(Path.of("../routes.properties"));

    @Test
    void the_house_routes_each_path_of_its_surface_to_its_owner() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("/merchants", "merchant"),
                Map.entry("/.well-known/jwks.json", "merchant"),
                Map.entry("/stores/1/coupon-orders", "store"),
                Map.entry("/orders/1/acceptance", "store"),
                Map.entry("/coupons/CODE/registration", "coupon"),
                Map.entry("/stamps/exchange", "coupon"),
                Map.entry("/webhooks/portone", "payment"),
                Map.entry("/ws/merchant", "gateway"),
                Map.entry("/ws-tickets", "gateway"),
                Map.entry("/shop/pay", "web"),
                Map.entry("/assets/0123456789/kit/api.js", "web"),
                Map.entry("/dead-letters/store", "store"),
                Map.entry("/vitals/gateway", "gateway"),
                Map.entry("/", "launcher"),
                Map.entry("/dev/buyers", "launcher"));
        expected.forEach(
                (path, owner) -> assertThat(house.ownerOf(path)).as(path).hasValue(owner));
    }

    @Test
    void what_is_internal_has_no_owner_however_it_is_written() {
        for (String path : Set.of(
                "/internal/events",
                "/q/metrics",
                "",
                "*",
                "/storesx",
                "/stores/../internal/events",
                "/stores/..;/internal",
                "/stores//../q",
                "/stores/%2E%2E/internal",
                "/stores/%2finternal",
                "/stores\\..\\internal",
                "/stores/..")) {
            assertThat(house.ownerOf(path)).as(path).isEmpty();
        }
    }

    @Test
    void the_longest_prefix_of_whole_elements_wins() {
        RoutingTable routes = new RoutingTable(new TreeMap<>(Map.of("/a", "short", "/a/b", "long")));
        assertThat(routes.ownerOf("/a")).hasValue("short");
        assertThat(routes.ownerOf("/a/bc")).hasValue("short");
        assertThat(routes.ownerOf("/a/b")).hasValue("long");
        assertThat(routes.ownerOf("/a/b/c")).hasValue("long");
        assertThat(routes.ownerOf("/ab")).isEmpty();
    }
}
