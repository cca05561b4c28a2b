/// Findings as text, JSON and HTML, without knowing any lens.
@NullMarked
package demarche.report;

import org.jspecify.annotations.NullMarked;
