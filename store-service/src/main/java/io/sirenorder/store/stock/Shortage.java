package io.sirenorder.store.stock;

import io.sirenorder.contracts.MenuItemId;

/** An item of which fewer pieces are left than were asked for. */
public record Shortage(MenuItemId item, int remaining) {}
