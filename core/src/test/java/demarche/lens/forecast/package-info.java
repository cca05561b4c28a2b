/// Tests of forecasts.
@NullMarked
package demarche.lens.forecast;

import org.jspecify.annotations.NullMarked;
