/**
 * What happens around a workplace period: its days, its convention, the visits of the teacher who follows it
 * (<em>enseignant référent</em>), and what the tutor is shown.
 */
@NullMarked
package org.eportfolio.workplace;

import org.jspecify.annotations.NullMarked;
