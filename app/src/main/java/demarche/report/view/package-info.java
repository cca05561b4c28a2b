/// What the templates of the HTML report are filled with: texts ready to be shown, nothing to work
/// out. Public because the templates' classes live elsewhere.
@NullMarked
package demarche.report.view;

import org.jspecify.annotations.NullMarked;
