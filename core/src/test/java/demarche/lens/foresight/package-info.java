/// Tests of what holds where decision makers look ahead.
@NullMarked
package demarche.lens.foresight;

import org.jspecify.annotations.NullMarked;
