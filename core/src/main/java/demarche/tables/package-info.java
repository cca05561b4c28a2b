/// Flows and listings as numbers: rows with their sources, and shares.
@NullMarked
package demarche.tables;

import org.jspecify.annotations.NullMarked;
