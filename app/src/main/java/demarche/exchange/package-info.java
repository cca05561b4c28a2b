/// Other programs' files and data tables, in and out.
@NullMarked
package demarche.exchange;

import org.jspecify.annotations.NullMarked;
