-- The checkouts of the past orders, paid and settled long ago.
INSERT INTO checkouts
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', md5('grown-order-' || n)::uuid, 'payment_id', md5('grown-order-' || n)::uuid, 'transaction_id', 'grown-' || n,
    'store_id', CASE WHEN n % 30 = 0 THEN t.store_id ELSE md5('grown-store-' || n % :stores)::uuid END,
    'buyer', CASE WHEN n % 3000 = 1 THEN t.buyer ELSE 'buyer:' || md5('grown-buyer-' || n % :buyers)::uuid END,
    'created_at', past.at, 'expires_at', past.at + interval '10 min', 'paid_at', past.at + interval '20 s',
    'settled_at', past.at + interval '21 s', 'look_at', NULL))).*
FROM checkouts t, generate_series(0, :orders - 1) AS n,
    LATERAL (SELECT now() - interval '1 day' - n * (interval '365 days' / :orders) AS at) AS past
WHERE t.id = ':order'
ON CONFLICT DO NOTHING;
