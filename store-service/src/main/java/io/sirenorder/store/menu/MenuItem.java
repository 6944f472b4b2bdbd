package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    List<OptionGroup> optionGroups() {
        return optionGroups;
    }

    boolean isOnSale() {
        return onSale;
    }

    MenuSummary summary() {
        return new MenuSummary(id(), name, englishName, category, priceKrw(), thumbnailUrl);
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
                optionGroups);
    }
}
