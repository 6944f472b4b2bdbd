-- Each step's hash covers the step and the hash before it; steps of the previous release have none and are covered by the next.
ALTER TABLE order_steps ADD COLUMN hash text CHECK (hash ~ '^[0-9a-f]{64}$');

CREATE INDEX order_steps_by_time ON order_steps USING brin (at);

CREATE TABLE day_seals (
    store_id  uuid NOT NULL REFERENCES stores (id),
    day       date NOT NULL,
    orders    integer NOT NULL CHECK (orders > 0),
    root      text NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (store_id, day)
);
