CREATE TABLE menu_items (
    id            text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name          text NOT NULL,
    english_name  text NOT NULL,
    category      text NOT NULL CHECK (category IN ('DRINK', 'FOOD', 'PRODUCT')),
    price_krw     bigint NOT NULL CHECK (price_krw BETWEEN 0 AND 1000000),
    thumbnail_url text,
    description   text,
    allergens     text NOT NULL CHECK (allergens IS JSON ARRAY),
    nutrition     text NOT NULL CHECK (nutrition IS JSON OBJECT),
    option_groups text NOT NULL CHECK (option_groups IS JSON ARRAY),
    on_sale       boolean NOT NULL
);

CREATE INDEX menu_items_by_category ON menu_items (category, id);

-- Only where a store differs from the menu.
CREATE TABLE store_items (
    store_id      uuid NOT NULL REFERENCES stores (id),
    menu_item_id  text NOT NULL REFERENCES menu_items (id),
    sold_out      boolean NOT NULL,
    sold_out_until timestamptz,
    price_krw     bigint CHECK (price_krw BETWEEN 0 AND 1000000),
    PRIMARY KEY (store_id, menu_item_id)
);
