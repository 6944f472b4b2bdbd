-- Stores like the template's, and past orders of theirs: most spread over all stores and buyers, some of them the
-- template's own. Rows copy the template's order, which was really placed, where nothing else is said.
INSERT INTO stores
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', md5('grown-store-' || n)::uuid, 'merchant_id', md5('grown-merchant-' || n)::uuid, 'name', 'Grown ' || n,
    'latitude', 33 + random() * 5, 'longitude', 126 + random() * 3))).*
FROM stores t, generate_series(0, :stores - 1) AS n WHERE t.id = ':store'
ON CONFLICT DO NOTHING;

INSERT INTO orders
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', md5('grown-order-' || n)::uuid,
    'store_id', CASE WHEN n % 30 = 0 THEN t.store_id ELSE md5('grown-store-' || n % :stores)::uuid END,
    'buyer', CASE WHEN n % 3000 = 1 THEN t.buyer ELSE 'buyer:' || md5('grown-buyer-' || n % :buyers)::uuid END,
    'business_day', (past.at AT TIME ZONE 'Asia/Seoul')::date, 'number', 1000 + n,
    'placed_at', past.at, 'delivered_at', past.at + interval '1 s', 'ready_by', past.at + interval '5 min',
    'promised_from', past.at + interval '4 min', 'promised_until', past.at + interval '8 min',
    'answer_by', past.at + interval '3 min', 'finished_at', past.at + interval '6 min',
    'collection', 'COLLECTED', 'collected_at', past.at + interval '9 min', 'collection_due_at', NULL, 'due_at', NULL,
    'day_ends_at', past.at + interval '12 h'))).*
FROM orders t, generate_series(0, :orders - 1) AS n,
    LATERAL (SELECT now() - interval '1 day' - n * (interval '365 days' / :orders) AS at) AS past
WHERE t.id = ':order'
ON CONFLICT DO NOTHING;

INSERT INTO order_steps (order_id, position, step, actor, reason, at)
SELECT md5('grown-order-' || n)::uuid, s.position, s.step, s.actor, s.reason,
    now() - interval '1 day' - n * (interval '365 days' / :orders) + (s.at - t.placed_at)
FROM orders t JOIN order_steps s ON s.order_id = t.id, generate_series(0, :orders - 1) AS n WHERE t.id = ':order'
ON CONFLICT DO NOTHING;

INSERT INTO day_seals (store_id, day, orders, root)
SELECT store_id, business_day, count(*), md5('grown') || md5('grown') FROM orders
WHERE business_day < (now() AT TIME ZONE 'Asia/Seoul')::date GROUP BY store_id, business_day
ON CONFLICT DO NOTHING;
