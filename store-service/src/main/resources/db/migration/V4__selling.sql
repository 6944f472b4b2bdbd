-- Facts about selling: a store's standing, pause, busy time, special days and kitchen; ready windows and collection of orders.
-- The previous release reads all rows: each column is nullable or has a default.
ALTER TABLE stores
    ADD COLUMN standing text NOT NULL DEFAULT 'ACTIVE',
    ADD COLUMN busy_minutes integer CHECK (busy_minutes BETWEEN 1 AND 60),
    ADD COLUMN busy_until timestamptz,
    ADD COLUMN paused_until timestamptz,
    ADD COLUMN special_days text NOT NULL DEFAULT '{}' CHECK (special_days IS JSON OBJECT),
    ADD COLUMN kitchen text NOT NULL DEFAULT '{}' CHECK (kitchen IS JSON OBJECT),
    ADD CHECK ((busy_minutes IS NULL) = (busy_until IS NULL));

-- Stores whose pause or busy time has to end.
CREATE INDEX stores_ending ON stores (least(busy_until, paused_until))
    WHERE busy_until IS NOT NULL OR paused_until IS NOT NULL;

ALTER TABLE menu_items
    ADD COLUMN prep_units integer CHECK (prep_units BETWEEN 0 AND 20),
    ADD COLUMN position integer;

ALTER TABLE orders
    ADD COLUMN units integer NOT NULL DEFAULT 1 CHECK (units >= 0),
    ADD COLUMN promised_from timestamptz,
    ADD COLUMN promised_until timestamptz,
    ADD COLUMN answer_by timestamptz,
    ADD COLUMN finished_at timestamptz,
    ADD COLUMN collection text CHECK (collection IN ('AWAITED', 'COLLECTED', 'UNCLAIMED')),
    ADD COLUMN collected_at timestamptz,
    ADD COLUMN collection_due_at timestamptz,
    ADD COLUMN unclaimed_after_minutes integer CHECK (unclaimed_after_minutes BETWEEN 15 AND 240),
    ADD COLUMN day_ends_at timestamptz,
    ADD COLUMN pickup_code text CHECK (pickup_code ~ '^[0-9]{4}$'),
    ADD COLUMN code_tries integer NOT NULL DEFAULT 0,
    ADD COLUMN code_tried_at timestamptz,
    ADD COLUMN delays integer NOT NULL DEFAULT 0 CHECK (delays >= 0),
    ADD CHECK ((promised_from IS NULL) = (promised_until IS NULL)),
    ADD CHECK (promised_until > promised_from),
    ADD CHECK ((collected_at IS NOT NULL) = (collection IS NOT DISTINCT FROM 'COLLECTED'));

-- Finished orders that the clock has to look at. Apart from due_at, which the previous release clears when an order is final.
CREATE INDEX orders_to_collect ON orders (collection_due_at) WHERE collection_due_at IS NOT NULL;

-- Operators look through all stores.
CREATE INDEX orders_by_time ON orders (placed_at DESC, id DESC);
