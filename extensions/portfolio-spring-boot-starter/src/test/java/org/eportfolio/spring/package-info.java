@NullMarked
package org.eportfolio.spring;

import org.jspecify.annotations.NullMarked;
