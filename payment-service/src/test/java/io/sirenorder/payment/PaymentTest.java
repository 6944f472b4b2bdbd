package io.sirenorder.payment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A running payment-service with an open shop on one side and a faultless PortOne on the other. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(PortOneTestResource.class)
public abstract class PaymentTest {
    @Inject
    protected Ledger ledger;

    @BeforeEach
    void open() {
        ledger.keepListsShut();
        Shop.opens();
        Sim.reset(RestAssured.port);
    }
}
