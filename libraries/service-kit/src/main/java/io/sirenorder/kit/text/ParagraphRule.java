package io.sirenorder.kit.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link Paragraph}; public, since Hibernate Validator makes instances by a public constructor only. */
public class ParagraphRule implements ConstraintValidator<Paragraph, CharSequence> {
    private int most;

    @Override
    public void initialize(Paragraph rule) {
        most = rule.max();
    }

    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
        return text == null || Text.fits(text.toString(), Text.Form.PARAGRAPH, most);
    }
}
