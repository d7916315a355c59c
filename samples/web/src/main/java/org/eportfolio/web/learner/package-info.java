/** What learners keep beside their voices: projects, a watch log, showcases, the exam's file, badges, peer reviews. */
@NullMarked
package org.eportfolio.web.learner;

import org.jspecify.annotations.NullMarked;
