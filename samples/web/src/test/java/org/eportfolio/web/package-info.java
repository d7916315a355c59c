@NullMarked
package org.eportfolio.web;

import org.jspecify.annotations.NullMarked;
