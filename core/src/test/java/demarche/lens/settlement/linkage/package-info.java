/// Tests of which issues must be on the table together.
@NullMarked
package demarche.lens.settlement.linkage;

import org.jspecify.annotations.NullMarked;
