/// What all could agree on: the zone, its frontier, and the points that the literature names.
@NullMarked
package demarche.lens.settlement.zone;

import org.jspecify.annotations.NullMarked;
