package io.sirenorder.kit.openapi;

import io.sirenorder.kit.page.PageLimit;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters that every list has, {@code limit} and {@code cursor}; the others are texts unless they say more. */
final class ListParameters {
    void describe(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.stream().filter(parameter -> parameter.getSchema() != null).forEach(ListParameters::describe);
    }

    private static void describe(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema.getType() == null && schema.getRef() == null && schema.getAnyOf() == null) {
            schema.addType(Schema.SchemaType.STRING);
        }
        switch (parameter.getName()) {
            case "limit" -> {
                parameter.setDescription("The most items that the page may have");
                schema.minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageLimit.LARGEST))
                        .defaultValue(PageLimit.DEFAULT);
            }
            case "cursor" -> parameter.setDescription("nextCursor of the page before; absent for the first page");
            default -> {
                // Described where it is declared.
            }
        }
    }
}
