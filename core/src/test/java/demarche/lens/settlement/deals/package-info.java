/// Tests of deals with many packages.
@NullMarked
package demarche.lens.settlement.deals;

import org.jspecify.annotations.NullMarked;
