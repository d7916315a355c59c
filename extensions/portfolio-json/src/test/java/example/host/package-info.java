@NullMarked
package example.host;

import org.jspecify.annotations.NullMarked;
