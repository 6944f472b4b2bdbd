package io.sirenorder.store.hold;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sirenorder.testkit.SirenTestResource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@TestProfile(ShiftedClock.Behind.class)
class ClockHourBehindTest extends WrongClockTests {}
