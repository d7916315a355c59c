/** One school's file, and finding in it what a user names. */
@NullMarked
package org.eportfolio.console.school;

import org.jspecify.annotations.NullMarked;
