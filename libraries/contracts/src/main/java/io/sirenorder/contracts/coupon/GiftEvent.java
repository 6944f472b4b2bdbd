package io.sirenorder.contracts.coupon;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import java.time.Instant;

/** An event of a gift. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(GiftEvent.GiftSent.class),
    @JsonSubTypes.Type(GiftEvent.GiftOpened.class),
    @JsonSubTypes.Type(GiftEvent.GiftUsed.class),
    @JsonSubTypes.Type(GiftEvent.GiftDeclined.class),
    @JsonSubTypes.Type(GiftEvent.GiftExpired.class),
    @JsonSubTypes.Type(GiftEvent.GiftVoided.class),
    @JsonSubTypes.Type(GiftEvent.GiftSettled.class)
})
public sealed interface GiftEvent extends Event {
    GiftView gift();

    Recipient sender();

    Recipient recipient();

    @Override
    default String stream() {
        return "gift:" + gift().giftId();
    }

    /** The gift's coupon is in the recipient's box, whether or not they are known yet. */
    @JsonTypeName("gift.sent")
    record GiftSent(GiftView gift, Recipient sender, Recipient recipient, Instant at) implements GiftEvent {}

    @JsonTypeName("gift.opened")
    record GiftOpened(GiftView gift, Recipient sender, Recipient recipient, Instant at) implements GiftEvent {}

    @JsonTypeName("gift.used")
    record GiftUsed(GiftView gift, Recipient sender, Recipient recipient, Instant at) implements GiftEvent {}

    /** The recipient does not want it: {@code refundKrw} goes back to the payer. */
    @JsonTypeName("gift.declined")
    record GiftDeclined(GiftView gift, Recipient sender, Recipient recipient, Krw refundKrw, Instant at)
            implements GiftEvent {}

    /** The gift was not used in time: {@code refundKrw} goes back to the payer. */
    @JsonTypeName("gift.expired")
    record GiftExpired(GiftView gift, Recipient sender, Recipient recipient, Krw refundKrw, Instant at)
            implements GiftEvent {}

    /** The gift's payment was taken back at PortOne and not by us: the gift can't be used any more. */
    @JsonTypeName("gift.voided")
    record GiftVoided(GiftView gift, Recipient sender, Recipient recipient, Instant at) implements GiftEvent {}

    /** The gift's money has gone back. */
    @JsonTypeName("gift.settled")
    record GiftSettled(GiftView gift, Recipient sender, Recipient recipient, Instant at) implements GiftEvent {}
}
