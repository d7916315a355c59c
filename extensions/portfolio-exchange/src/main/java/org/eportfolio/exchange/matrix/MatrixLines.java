package org.eportfolio.exchange.matrix;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.id.PersonId;

/** The lines of a matrix in the order of the names. */
final class MatrixLines {
    private MatrixLines() {}

    static List<Matrix.Line> inOrder(Matrix matrix, Map<PersonId, String> names) {
        List<PersonId> order = List.copyOf(names.keySet());
        Map<PersonId, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) places.put(order.get(i), i);
        return matrix.lines().stream()
                .sorted(Comparator.comparing(each -> places.getOrDefault(each.learner(), places.size())))
                .toList();
    }
}
