-- The accounts of the buyers, and what each past order earned: the n-th order is its buyer's (n / buyers)-th.
INSERT INTO loyalty_accounts (recipient, points, stamps, entries)
SELECT 'buyer:' || md5('grown-buyer-' || n)::uuid, t.points * k.orders, t.stamps * k.orders, k.orders
FROM order_earnings t, generate_series(0, :buyers - 1) AS n,
    LATERAL (SELECT (:orders - n + :buyers - 1) / :buyers AS orders) AS k
WHERE t.order_id = ':order'
ON CONFLICT DO NOTHING;

INSERT INTO order_earnings
SELECT (jsonb_populate_record(t, jsonb_build_object(
    'order_id', md5('grown-order-' || n)::uuid, 'recipient', 'buyer:' || md5('grown-buyer-' || n % :buyers)::uuid,
    'store_id', md5('grown-store-' || n % :stores)::uuid,
    'earned_on', ((now() - interval '1 day' - n * (interval '365 days' / :orders)) AT TIME ZONE 'Asia/Seoul')::date))).*
FROM order_earnings t, generate_series(0, :orders - 1) AS n WHERE t.order_id = ':order'
ON CONFLICT DO NOTHING;

INSERT INTO loyalty_entries (recipient, number, kind, points, stamps, points_after, stamps_after, reference, at)
SELECT 'buyer:' || md5('grown-buyer-' || n % :buyers)::uuid, 1 + n / :buyers, 'EARN', t.points, t.stamps,
    t.points * (1 + n / :buyers), t.stamps * (1 + n / :buyers), md5('grown-order-' || n)::uuid,
    now() - interval '366 days' + n * (interval '365 days' / :orders)
FROM order_earnings t, generate_series(0, :orders - 1) AS n WHERE t.order_id = ':order'
ON CONFLICT DO NOTHING;
