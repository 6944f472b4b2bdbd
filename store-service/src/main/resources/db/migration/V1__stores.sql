CREATE TABLE stores (
    id                    uuid PRIMARY KEY,
    merchant_id           uuid NOT NULL,
    version               bigint NOT NULL CHECK (version >= 0),
    name                  text NOT NULL,
    address               text NOT NULL,
    latitude              double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude             double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    phone                 text,
    description           text,
    thumbnail_url         text,
    images                text NOT NULL CHECK (images IS JSON ARRAY),
    opening_hours         text CHECK (opening_hours IS JSON OBJECT),
    ordering_hours        text CHECK (ordering_hours IS JSON OBJECT),
    parking               text,
    directions            text,
    portone_merchant_code text,
    answer_within_seconds integer CHECK (answer_within_seconds BETWEEN 180 AND 600),
    accepting             boolean NOT NULL,
    unacknowledged        integer NOT NULL CHECK (unacknowledged >= 0),
    created_at            timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX stores_by_merchant ON stores (merchant_id);

-- What is near is found by boxes that grow until a page is full.
CREATE INDEX stores_by_place ON stores (latitude, longitude);
