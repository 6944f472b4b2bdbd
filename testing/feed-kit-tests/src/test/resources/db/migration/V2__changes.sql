-- A table of changes as the services have it.
CREATE TABLE changes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject    text        NOT NULL,
    what       text        NOT NULL,
    changed_by text        NOT NULL,
    before     jsonb       NOT NULL,
    after      jsonb       NOT NULL,
    trace      text,
    at         timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE changes IS 'append-only: who changed what';
