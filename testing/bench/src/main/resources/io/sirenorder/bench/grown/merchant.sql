-- Merchants of the stores, the sales of their past orders, and one wallet with many entries; all days before today are sealed.
INSERT INTO merchants
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', md5('grown-merchant-' || n)::uuid, 'store_id', md5('grown-store-' || n)::uuid,
    'wallet_id', md5('grown-wallet-' || n)::uuid, 'handle', NULL, 'store_name', 'Grown ' || n))).*
FROM merchants t, generate_series(0, :stores - 1) AS n WHERE t.store_id = ':store'
ON CONFLICT DO NOTHING;

INSERT INTO wallet_entries
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', md5('grown-entry-' || n)::uuid, 'order_id', md5('grown-order-' || n)::uuid, 'number', 1000 + n,
    'wallet_id', CASE WHEN n % 30 = 0 THEN t.wallet_id ELSE md5('grown-wallet-' || n % :stores)::uuid END,
    'at', past.at, 'booked_day', (past.at AT TIME ZONE 'Asia/Seoul')::date))).*
FROM wallet_entries t, generate_series(0, :orders - 1) AS n,
    LATERAL (SELECT now() - interval '1 day' - n * (interval '365 days' / :orders) AS at) AS past
WHERE t.order_id = ':order' AND t.kind = 'SALE'
ON CONFLICT DO NOTHING;

INSERT INTO wallet_entries
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', md5('grown-walletentry-' || n)::uuid, 'order_id', md5('grown-walletorder-' || n)::uuid, 'number', 1 + n,
    'at', past.at, 'booked_day', (past.at AT TIME ZONE 'Asia/Seoul')::date))).*
FROM wallet_entries t, generate_series(0, :entries - 1) AS n,
    LATERAL (SELECT now() - interval '1 day' - n * (interval '1000 days' / :entries) AS at) AS past
WHERE t.order_id = ':order' AND t.kind = 'SALE'
ON CONFLICT DO NOTHING;

INSERT INTO wallet_splits
SELECT (jsonb_populate_record(t, jsonb_build_object('entry_id', e.id))).*
FROM wallet_splits t JOIN wallet_entries s ON s.id = t.entry_id AND s.order_id = ':order' AND s.kind = 'SALE', wallet_entries e
WHERE e.booked_day < (now() AT TIME ZONE 'Asia/Seoul')::date AND e.amount_krw = t.amount_krw
    AND e.order_id IN (SELECT md5('grown-order-' || n)::uuid FROM generate_series(0, :orders - 1) AS n
                       UNION ALL SELECT md5('grown-walletorder-' || n)::uuid FROM generate_series(0, :entries - 1) AS n)
ON CONFLICT DO NOTHING;

INSERT INTO wallet_days (wallet_id, day, sales, sales_krw, reversals, reversals_krw, card_krw, points_krw, coupon_krw, gift_krw, digest)
SELECT e.wallet_id, e.booked_day, count(*), sum(e.amount_krw), 0, 0, sum(card_krw), sum(points_krw), sum(coupon_krw),
    sum(gift_krw), sha256(convert_to(e.wallet_id || e.booked_day::text, 'UTF8'))
FROM wallet_entries e JOIN wallet_splits s ON s.entry_id = e.id
WHERE e.booked_day < (now() AT TIME ZONE 'Asia/Seoul')::date AND e.kind = 'SALE'
GROUP BY e.wallet_id, e.booked_day
ON CONFLICT DO NOTHING;

DELETE FROM wallet_open_days AS open USING wallet_days AS sealed
WHERE sealed.wallet_id = open.wallet_id AND sealed.day = open.day;
