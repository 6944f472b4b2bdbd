package io.sirenorder.kit.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link OneLine}; public, since Hibernate Validator makes instances by a public constructor only. */
public class OneLineRule implements ConstraintValidator<OneLine, CharSequence> {
    private int most;

    @Override
    public void initialize(OneLine rule) {
        most = rule.max();
    }

    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
        return text == null || Text.fits(text.toString(), Text.Form.ONE_LINE, most);
    }
}
