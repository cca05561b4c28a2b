/// Deals with so many packages that they are never listed, where values add up issue by issue.
@NullMarked
package demarche.lens.settlement.deals;

import org.jspecify.annotations.NullMarked;
