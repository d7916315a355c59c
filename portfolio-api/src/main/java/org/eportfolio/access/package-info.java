/**
 * Who may do what, and why: the permission table, the gate's decisions, the paths that explain them, and the policy by
 * which a host refuses more.
 */
@NullMarked
package org.eportfolio.access;

import org.jspecify.annotations.NullMarked;
