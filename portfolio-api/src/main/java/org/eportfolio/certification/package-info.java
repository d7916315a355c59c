/**
 * What a candidate hands to the jury: chosen by them, sealed with one root hash that anyone can check. Certification is
 * apart from learning: there is no field for a mark here, or anywhere else.
 */
@NullMarked
package org.eportfolio.certification;

import org.jspecify.annotations.NullMarked;
