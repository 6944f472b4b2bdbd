package io.sirenorder.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Describes a request that breaks rules of Bean Validation. */
final class BrokenRules {
    private BrokenRules() {}

    /** The client's mistakes, or null if it was our own answer that broke a rule. */
    static Problem problem(ConstraintViolationException failure) {
        List<InvalidRequest.FieldError> errors = failure.getConstraintViolations().stream()
                .filter(violation -> !isOurs(violation))
                .map(violation -> new InvalidRequest.FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(InvalidRequest.FieldError::field))
                .toList();
        return errors.isEmpty() ? null : new InvalidRequest(errors);
    }

    private static boolean isOurs(ConstraintViolation<?> violation) {
        return nodes(violation).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** Without the method's and the body parameter's names, which are ours. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = nodes(violation);
        List<Path.Node> inBody = nodes.stream().skip(2).toList();
        List<Path.Node> named = nodes.get(0).getKind() != ElementKind.METHOD
                ? nodes
                : inBody.isEmpty() ? nodes.subList(1, nodes.size()) : inBody;
        return named.stream()
                .map(BrokenRules::text)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String text(Path.Node node) {
        String index = node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
        boolean element = node.getKind() == ElementKind.CONTAINER_ELEMENT;
        return index.isEmpty() || element ? node.getName() + index : index + "." + node.getName();
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
    }
}
