package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sirenorder.client.Merchant;
import io.sirenorder.generated.ApiClient;
import io.sirenorder.generated.ApiException;
import io.sirenorder.generated.api.MerchantsApi;
import io.sirenorder.generated.api.OrdersApi;
import io.sirenorder.generated.api.SessionsApi;
import io.sirenorder.generated.api.StoresApi;
import io.sirenorder.generated.api.WalletsApi;
import io.sirenorder.generated.model.Credentials;
import io.sirenorder.generated.model.Location;
import io.sirenorder.generated.model.NewStore;
import io.sirenorder.generated.model.Registered;
import io.sirenorder.generated.model.Registration;
import io.sirenorder.generated.model.Session;
import io.sirenorder.generated.model.StoreDetail;
import java.net.http.HttpClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The public document, as generators of clients understand it. */
@PlaysTogether
class GeneratedClientTest {
    private final Stack stack = Stack.running();

    @Test
    void a_generated_client_registers_a_store_and_sees_it() throws ApiException {
        Registered ids = new MerchantsApi(client(null))
                .registerMerchant(registration(), UUID.randomUUID().toString());
        Session session = new SessionsApi(client(null))
                .logIn(new Credentials().merchantId(ids.getMerchantId()).password(Merchant.PASSWORD));
        ApiClient merchant = client(session.getAccessToken());

        StoreDetail store = new StoresApi(merchant).getStore(ids.getStoreId(), null);

        assertThat(session.getStoreId()).isEqualTo(ids.getStoreId());
        assertThat(store.getName()).isEqualTo("생성된 카페");
        assertThat(store.getLocation().getLatitude()).isEqualTo(37.4979);
        assertThat(store.getBusyUntil()).isNull();
        assertThat(new WalletsApi(merchant).getWallet(ids.getWalletId()).getBalanceKrw())
                .isZero();
    }

    @Test
    void a_generated_client_gets_problems_as_they_are() {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> new OrdersApi(client(null)).getOrder(UUID.randomUUID()));

        assertThat(refusal.getCode()).isEqualTo(401);
        assertThat(refusal.getResponseBody()).contains("\"code\":\"unauthorized\"");
    }

    private static Registration registration() {
        NewStore store = new NewStore()
                .name("생성된 카페")
                .address("서울특별시 강남구 테헤란로 1")
                .location(new Location().latitude(37.4979).longitude(127.0276))
                .phone("02-555-0100");
        return new Registration().password(Merchant.PASSWORD).store(store);
    }

    private ApiClient client(String token) {
        ApiClient client = new ApiClient(
                HttpClient.newBuilder(),
                ApiClient.createDefaultObjectMapper(),
                stack.api().base().toString());
        return token == null
                ? client
                : client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
}
