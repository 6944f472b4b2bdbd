-- Stock and kitchen time that checkouts and orders have taken. Each limited thing is taken by one conditional UPDATE, and a
-- CHECK says the same, so that a bug fails instead of overselling. Each take has rows of its own in hold_lines.

-- A row without a store remembers that a checkout ended before its hold arrived. An order that comes after the end of its
-- hold uses the row again, in the next turn.
CREATE TABLE holds (
    checkout_id    uuid PRIMARY KEY,
    store_id       uuid REFERENCES stores (id),
    buyer          text,
    digest         text,
    status         text NOT NULL CHECK (status IN ('HELD', 'COMMITTED', 'RETURNED', 'RELEASED')),
    units          integer NOT NULL DEFAULT 0 CHECK (units >= 0),
    quote          text CHECK (quote IS JSON OBJECT),
    promised_from  timestamptz,
    promised_until timestamptz,
    until          timestamptz,
    ask_at         timestamptz,
    made_at        timestamptz NOT NULL DEFAULT now(),
    ended_at       timestamptz,
    turn           integer NOT NULL DEFAULT 0,
    CHECK (status = 'RELEASED' OR (store_id IS NOT NULL AND buyer IS NOT NULL)),
    CHECK (status <> 'HELD' OR (digest IS NOT NULL AND quote IS NOT NULL AND until IS NOT NULL AND ask_at IS NOT NULL)),
    CHECK (promised_until > promised_from)
);

CREATE INDEX holds_to_ask ON holds (ask_at) WHERE status = 'HELD';
CREATE INDEX holds_of_store ON holds (store_id, made_at) WHERE status = 'HELD';
CREATE INDEX holds_of_buyer ON holds (buyer, store_id) WHERE status = 'HELD';
CREATE INDEX holds_ended ON holds (ended_at) WHERE status IN ('RELEASED', 'RETURNED');

-- Either pieces of a counted item or units of a slot.
CREATE TABLE hold_lines (
    checkout_id  uuid NOT NULL REFERENCES holds (checkout_id),
    slot_at      timestamptz,
    menu_item_id text,
    amount       integer NOT NULL CHECK (amount > 0),
    CHECK ((slot_at IS NULL) <> (menu_item_id IS NULL)),
    UNIQUE NULLS NOT DISTINCT (checkout_id, slot_at, menu_item_id)
);

CREATE INDEX hold_lines_by_slot ON hold_lines (slot_at) WHERE slot_at IS NOT NULL;

-- Made on demand, for stores whose kitchen works in slots.
CREATE TABLE kitchen_slots (
    store_id  uuid NOT NULL REFERENCES stores (id),
    starts_at timestamptz NOT NULL,
    units     integer NOT NULL,
    capacity  integer NOT NULL CHECK (capacity BETWEEN 1 AND 500),
    PRIMARY KEY (store_id, starts_at),
    CHECK (units BETWEEN 0 AND capacity)
);

-- Items that a store counts; what its app may still sell is on_hand - held. A row is kept when counting stops, since
-- holds may still refer to it.
CREATE TABLE store_stock (
    store_id     uuid NOT NULL REFERENCES stores (id),
    menu_item_id text NOT NULL REFERENCES menu_items (id),
    counted      boolean NOT NULL DEFAULT true,
    on_hand      integer NOT NULL,
    held         integer NOT NULL DEFAULT 0,
    daily        integer CHECK (daily BETWEEN 0 AND 9999),
    day          date,
    PRIMARY KEY (store_id, menu_item_id),
    CHECK (held >= 0 AND held <= on_hand)
);

CREATE TABLE stock_moves (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    store_id      uuid NOT NULL,
    menu_item_id  text NOT NULL,
    day           date NOT NULL,
    on_hand_delta integer NOT NULL,
    held_delta    integer NOT NULL,
    cause         text NOT NULL
        CHECK (cause IN ('HOLD', 'SALE', 'RELEASE', 'RETURN', 'DAY', 'COUNT', 'COUNTER', 'STRUCK', 'STOP')),
    ref           uuid,
    turn          integer NOT NULL DEFAULT 0,
    by            text NOT NULL,
    at            timestamptz NOT NULL DEFAULT now(),
    UNIQUE (cause, ref, turn, menu_item_id)
);

CREATE INDEX stock_moves_of_day ON stock_moves (store_id, day, menu_item_id);
