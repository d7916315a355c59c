package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;

/**
 * What a succession would mean for what was assessed so far. Nothing moves by looking.
 *
 * @param unmapped codes of the old version that the succession does not speak of
 * @param newcomers codes of the new version that take the place of none
 * @param dossiers how many are under the old version
 * @param impacts one for each code that carries an assessment that stands or an open goal, in the order of the old
 *     version
 */
public record SuccessionPreview(
        Succession succession, List<Code> unmapped, List<Code> newcomers, int dossiers, List<Impact> impacts) {
    /**
     * What becomes of the assessments and goals of one old code. They stay; this says where the learner's next dossier goes on.
     *
     * @param successors the new codes that take its place; possibly none
     * @param dossiers in how many an assessment stands or a goal is open
     * @param assessments how many stand: neither corrected nor taken back, from all perspectives
     * @param goals how many are open or claimed
     */
    public record Impact(Code code, Fate fate, List<Code> successors, int dossiers, int assessments, int goals) {
        public Impact {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(fate, "fate");
            successors = List.copyOf(successors);
        }
    }

    public SuccessionPreview {
        Objects.requireNonNull(succession, "succession");
        unmapped = List.copyOf(unmapped);
        newcomers = List.copyOf(newcomers);
        impacts = List.copyOf(impacts);
    }

    /** The codes of this fate that carry assessments or goals. */
    public List<Code> codes(Fate fate) {
        return impacts.stream()
                .filter(each -> each.fate() == fate)
                .map(Impact::code)
                .toList();
    }

    /** How many assessments stand on codes of this fate. */
    public int assessments(Fate fate) {
        return impacts.stream()
                .filter(each -> each.fate() == fate)
                .mapToInt(Impact::assessments)
                .sum();
    }

    /** How many goals are open or claimed on codes of this fate. */
    public int goals(Fate fate) {
        return impacts.stream()
                .filter(each -> each.fate() == fate)
                .mapToInt(Impact::goals)
                .sum();
    }
}
