package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An item of the house's menu. */
@Entity
@Table(name = "menu_items")
class MenuItem {
    @Id
    private String id;

    private String name;
    private String englishName;

    @Enumerated(EnumType.STRING)
    private MenuCategory category;

    private long priceKrw;
    private String thumbnailUrl;
    private String description;

    @Convert(converter = AllergensColumn.class)
    private List<String> allergens;

    @Convert(converter = NutritionColumn.class)
    private Map<String, Nutrition> nutrition;

    @Convert(converter = OptionsColumn.class)
    private List<OptionGroup> optionGroups;

    private boolean onSale;

    /** Kitchen work of one piece; null: one, and none for a product. */
    private Integer prepUnits;

    /** Place on the menu; null: after all that have one, by id. */
    private Integer position;

    MenuItem() {}

    MenuItem(MenuItemId id, MenuItemDescription description) {
        this.id = id.value();
        describe(description);
    }

    final void describe(MenuItemDescription said) {
        name = said.name();
        englishName = said.englishName();
        category = said.category();
        priceKrw = said.priceKrw();
        thumbnailUrl = said.thumbnailUrl();
        description = said.description();
        allergens = said.allergens();
        nutrition = said.nutrition();
        optionGroups = said.optionGroups();
        onSale = said.onSale();
        prepUnits = said.prepUnits();
        position = said.position();
    }

    /** The description as it could be written again. */
    MenuItemDescription description() {
        return new MenuItemDescription(
                name,
                englishName,
                category,
                priceKrw,
                thumbnailUrl,
                description,
                allergens,
                nutrition,
                optionGroups,
                onSale,
                prepUnits,
                position);
    }

    MenuItemId id() {
        return new MenuItemId(id);
    }

    String name() {
        return name;
    }

    Krw priceKrw() {
        return Krw.of(priceKrw);
    }

    String englishName() {
        return englishName;
    }

    /** Kitchen work of one piece. */
    int units() {
        return prepUnits != null ? prepUnits : category == MenuCategory.PRODUCT ? 0 : 1;
    }

    List<OptionGroup> optionGroups() {
        return optionGroups;
    }

    boolean isOnSale() {
        return onSale;
    }

    MenuSummary summary() {
        return new MenuSummary(id(), name, englishName, category, priceKrw(), thumbnailUrl);
    }

    MenuEntry entry(Krw price, boolean available, Instant soldOutUntil, Integer remaining) {
        return new MenuEntry(
                id(),
                name,
                englishName,
                category,
                price,
                thumbnailUrl,
                description,
                allergens,
                available,
                soldOutUntil,
                remaining,
                optionGroups);
    }

    MenuDetail detail(Krw price, boolean available) {
        return new MenuDetail(
                id(),
                name,
                englishName,
                category,
                price,
                thumbnailUrl,
                description,
                allergens,
                nutrition,
                available,
                optionGroups,
                units(),
                position);
    }
}
