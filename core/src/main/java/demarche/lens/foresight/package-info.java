/// What holds where decision makers look several moves ahead.
@NullMarked
package demarche.lens.foresight;

import org.jspecify.annotations.NullMarked;
