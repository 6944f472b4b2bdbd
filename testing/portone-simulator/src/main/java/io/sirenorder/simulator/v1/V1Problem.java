package io.sirenorder.simulator.v1;

import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.web.Answer;

/** An error of the V1 API: a code in the envelope, often under a cheerful HTTP 200. */
final class V1Problem extends RuntimeException {
    private final int status;
    private final int code;

    V1Problem(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    Answer answer() {
        return V1Json.envelope(status, code, getMessage(), null);
    }

    static V1Problem unauthorized() {
        return new V1Problem(401, -1, "Unauthorized");
    }

    static V1Problem notFound() {
        return new V1Problem(404, -1, "존재하지 않는 결제정보입니다.");
    }

    static V1Problem badRequest(String why) {
        return new V1Problem(400, -1, why);
    }

    /** Texts for a wrong checksum or too high an amount are our own: PortOne documents none. */
    static V1Problem of(Refusal refusal) {
        return switch (refusal.why()) {
            case PAYMENT_NOT_FOUND, CANCELLATION_NOT_FOUND -> new V1Problem(200, 1, "취소할 결제건이 존재하지 않습니다.");
            case ALREADY_CANCELLED -> new V1Problem(200, 1, "이미 전액취소된 주문입니다.");
            case NOT_PAID, WRONG_STATE -> new V1Problem(200, 1, "결제완료 상태가 아닙니다.");
            case BALANCE_DIFFERS -> new V1Problem(200, 1, "취소 가능 금액(checksum)이 일치하지 않습니다.");
            case AMOUNT_EXCEEDS_BALANCE -> new V1Problem(200, 1, "취소 가능 금액을 초과하였습니다.");
            case ALREADY_PAID, ALREADY_REGISTERED ->
                new V1Problem(200, 1, "결제정보 사전등록에 실패하였습니다(이미 등록된 merchant_uid입니다).");
            case NOT_REGISTERED -> new V1Problem(404, -1, "사전등록된 결제정보가 존재하지 않습니다.");
            case PARTS_EXCEED_AMOUNT,
                    TAX_FREE_EXCEEDS_BALANCE,
                    AMOUNT_IS_NOT_THE_REGISTERED_ONE,
                    OTHER_VERSION,
                    INVALID_AMOUNT -> badRequest("잘못된 요청입니다.");
        };
    }
}
