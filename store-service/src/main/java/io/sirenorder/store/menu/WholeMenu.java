package io.sirenorder.store.menu;

import java.util.List;

/** All that is on sale, in the menu's order. */
record WholeMenu(List<MenuEntry> items) {}
